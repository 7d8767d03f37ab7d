namespace Compiled.Generator.Pipeline;

/// <summary>A parameter of a method marked <c>[Jsonata]</c>.</summary>
/// <param name="Name">Its name, without <c>@</c>: the variable's.</param>
/// <param name="Declaration">The parameter as C# declares it.</param>
/// <param name="Type">Its type, fully qualified, without a question mark for null.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Kind">How it becomes JSON.</param>
internal sealed record JsonataParameter(string Name, string Declaration, string Type, JsonataRole Role, JsonataKind Kind);

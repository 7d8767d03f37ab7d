namespace Compiled.Generator.Pipeline;

/// <summary>What a method marked <c>[Jsonata]</c> returns.</summary>
/// <param name="Declaration">The type as C# declares it.</param>
/// <param name="Type">The type, fully qualified, without a question mark for null.</param>
/// <param name="Kind">How JSON becomes it.</param>
/// <param name="AcceptsNull">Whether null can be returned where there is no result.</param>
internal sealed record JsonataResult(string Declaration, string Type, JsonataKind Kind, bool AcceptsNull);

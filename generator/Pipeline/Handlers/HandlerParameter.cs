namespace Compiled.Generator.Pipeline;

/// <summary>The parameter of a handler that takes the task's input.</summary>
/// <param name="Type">Its type, fully qualified.</param>
/// <param name="Kind">How the input becomes the type.</param>
public sealed record HandlerParameter(string Type, ValueKind Kind);

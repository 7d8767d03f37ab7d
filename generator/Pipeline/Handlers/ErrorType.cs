namespace Compiled.Generator.Pipeline;

/// <summary>An exception type marked <c>[AslError]</c>.</summary>
/// <param name="ExceptionType">The type, fully qualified.</param>
/// <param name="ErrorName">The ASL error that it stands for.</param>
public sealed record ErrorType(string ExceptionType, string ErrorName)
{
    /// <summary>How many classes it derives from. A pattern for a class must follow those for the classes derived from it.</summary>
    public int Depth { get; init; }
}

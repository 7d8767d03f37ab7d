namespace Compiled.Jsonata;

/// <summary>
/// An expression failed while it was evaluated. In a workflow it never leaves the engine: the field that holds the expression turns it into
/// <c>States.QueryEvaluationError</c>. A method marked <see cref="JsonataAttribute"/> throws it.
/// </summary>
/// <param name="code">JSONata's code, <c>T2001</c>: T for a wrong type, D for a value out of its domain, U for a limit.</param>
/// <param name="message">JSONata's text for that code, its blanks filled in.</param>
public sealed class JsonataException(string code, string message) : Exception(message)
{
    /// <summary>JSONata's code.</summary>
    public string Code { get; } = code;

    /// <summary>Where in the expression, in characters from 0; negative where that is not known.</summary>
    public int Position { get; init; } = -1;

    /// <inheritdoc/>
    public override string ToString() => Code + ": " + Message;
}

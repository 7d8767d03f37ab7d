namespace Compiled.Generator.Pipeline;

/// <summary>A method marked <c>[TaskHandler]</c>, as text.</summary>
/// <param name="MethodName">Its name.</param>
/// <param name="Resource">What it handles: the attribute's argument, or the method's name without <c>Async</c>.</param>
/// <param name="IsExplicit">Whether <paramref name="Resource"/> is the attribute's argument.</param>
/// <param name="Input">The parameter for the task's input; null when it takes none.</param>
/// <param name="TakesContext">Whether it has a parameter for the task's context.</param>
/// <param name="TakesCancellationToken">Whether it has a parameter for the cancellation token.</param>
/// <param name="Return">How it gives its result.</param>
/// <param name="ResultType">The type of the result, fully qualified; null when there is none.</param>
/// <param name="ResultKind">How the result becomes JSON.</param>
public sealed record HandlerMethod(
    string MethodName,
    string Resource,
    bool IsExplicit,
    HandlerParameter? Input,
    bool TakesContext,
    bool TakesCancellationToken,
    HandlerReturn Return,
    string? ResultType,
    ValueKind ResultKind)
{
    /// <summary>The parameters in the order of the method: what to pass, one letter each: i(nput), c(ontext), t(oken).</summary>
    public string ParameterOrder { get; init; } = "ict";

    /// <summary>Whether one attempt may be done twice.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>How emitted code can read the input by itself; null where System.Text.Json must.</summary>
    public PlainType? PlainInput { get; init; }

    /// <summary>How emitted code can write the result by itself; null where System.Text.Json must.</summary>
    public PlainType? PlainResult { get; init; }
}

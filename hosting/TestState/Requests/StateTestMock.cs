namespace Compiled.TestState;

/// <summary>What stands for a state's work: a result or an error.</summary>
public sealed record StateTestMock
{
    /// <summary>
    /// The result as JSON text: what the service would answer, an array with an item for each branch of a Parallel or iteration of a Map, or the
    /// object that a Map with a <c>ResultWriter</c> gives. Null for an error.
    /// </summary>
    public string? Result { get; init; }

    /// <summary>The error; null for a result.</summary>
    public StateTestError? ErrorOutput { get; init; }

    /// <summary>How a result is checked; <see cref="TestState.FieldValidationMode.Strict"/> unless said.</summary>
    public FieldValidationMode FieldValidationMode { get; init; }
}

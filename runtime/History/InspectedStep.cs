namespace Compiled.History;

/// <summary>What the work of a state has come to; each is one member of what TestState's <c>inspectionData</c> shows.</summary>
public enum InspectedStep : byte
{
    /// <summary>The input after <c>InputPath</c>.</summary>
    AfterInputPath,

    /// <summary>The input after <c>Parameters</c>.</summary>
    AfterParameters,

    /// <summary>The input after <c>Arguments</c>.</summary>
    AfterArguments,

    /// <summary>The items of a Map.</summary>
    Items,

    /// <summary>The raw result of a Task, or the <c>Result</c> of a Pass.</summary>
    Result,

    /// <summary>The result after <c>ResultSelector</c>.</summary>
    AfterResultSelector,

    /// <summary>The input with the result put in by <c>ResultPath</c>.</summary>
    AfterResultPath,

    /// <summary>How many iterations of a Map may run at once.</summary>
    MaxConcurrency,

    /// <summary>How many items of a distributed Map may fail.</summary>
    ToleratedFailureCount,

    /// <summary>Which share of the items of a distributed Map may fail.</summary>
    ToleratedFailurePercentage,

    /// <summary>The error with which the work failed, a failure value; only where a retrier or catcher might take it.</summary>
    Error,

    /// <summary>The place of the retrier that names the error.</summary>
    RetryIndex,

    /// <summary>The place of the catcher that takes the error.</summary>
    CatchIndex,
}

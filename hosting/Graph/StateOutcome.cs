namespace Compiled.Graph;

/// <summary>How a state fared in an execution that is drawn over its machine. A state that is not named was not reached. FEATURES V-008.</summary>
public enum StateOutcome
{
    /// <summary>It was entered and has not ended.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Succeeded,

    /// <summary>It failed and no Catch took the error.</summary>
    Failed,

    /// <summary>It failed and a Catch took the error.</summary>
    Caught,

    /// <summary>It was stopped from outside, or with the branch or Map around it.</summary>
    Cancelled,
}

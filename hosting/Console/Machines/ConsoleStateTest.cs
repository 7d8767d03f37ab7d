namespace Compiled.WebConsole;

/// <summary>A state that a person wants to try, and all that it would find in an execution. Texts are JSON unless said; null is left out. FEATURES P-123.</summary>
public sealed record ConsoleStateTest
{
    /// <summary>The whole machine's definition.</summary>
    public required string Definition { get; init; }

    /// <summary>The state's name, also one inside a Map or Parallel.</summary>
    public required string StateName { get; init; }

    /// <summary>The state's input.</summary>
    public required string Input { get; init; }

    /// <summary>The variables that it finds, without <c>$</c>.</summary>
    public string? Variables { get; init; }

    /// <summary>The context object.</summary>
    public string? Context { get; init; }

    /// <summary>The role's ARN.</summary>
    public string? RoleArn { get; init; }

    /// <summary><c>INFO</c>, <c>DEBUG</c> or <c>TRACE</c>.</summary>
    public string InspectionLevel { get; init; } = "DEBUG";

    /// <summary>Whether an HTTP Task's request is shown with what its connection added.</summary>
    public bool RevealsSecrets { get; init; }

    /// <summary>What stands for the state's work.</summary>
    public string? MockResult { get; init; }

    /// <summary>The name of the error that stands for the state's work.</summary>
    public string? MockError { get; init; }

    /// <summary>The cause of that error, a text.</summary>
    public string? MockCause { get; init; }

    /// <summary>How a mocked result is held to the service's API: <c>STRICT</c>, <c>PRESENT</c> or <c>NONE</c>.</summary>
    public string? FieldValidationMode { get; init; }

    /// <summary>How often the retrier that names the error has retried it.</summary>
    public int? RetrierRetryCount { get; init; }

    /// <summary>How many iterations of a Map failed.</summary>
    public int? MapIterationFailureCount { get; init; }

    /// <summary>The state inside a Map or Parallel that the mocked error comes from.</summary>
    public string? ErrorCausedByState { get; init; }

    /// <summary>What a distributed Map's reader would read, a text.</summary>
    public string? MapItemReaderData { get; init; }
}

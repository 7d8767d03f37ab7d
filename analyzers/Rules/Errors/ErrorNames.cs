using Compiled.Language.Vocabulary;

namespace Compiled.Rules;

/// <summary>The error names that Step Functions reserves, and which of them stand for others. FEATURES L-360 to L-367.</summary>
internal static class ErrorNames
{
    /// <summary>What all reserved names begin with.</summary>
    public const string Prefix = "States.";

    private const string HttpStatus = "States.Http.StatusCode.";

    /// <summary>The reserved names.</summary>
    public static IReadOnlyList<string> Reserved { get; } =
    [
        StatesErrors.All, StatesErrors.Timeout, StatesErrors.HeartbeatTimeout, StatesErrors.TaskFailed, StatesErrors.Permissions,
        StatesErrors.ResultPathMatchFailure, StatesErrors.ParameterPathFailure, StatesErrors.QueryEvaluationError, StatesErrors.BranchFailed,
        StatesErrors.NoChoiceMatched, StatesErrors.IntrinsicFailure, StatesErrors.ExceedToleratedFailureThreshold, StatesErrors.ItemReaderFailed,
        StatesErrors.ResultWriterFailed, StatesErrors.DataLimitExceeded, StatesErrors.Runtime, "States.Http.Socket",
    ];

    private static readonly HashSet<string> s_reserved = new(Reserved, StringComparer.Ordinal);

    /// <summary>Whether the name begins as reserved names do.</summary>
    public static bool IsReserved(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether Step Functions raises or knows the name.</summary>
    public static bool IsKnown(string name) =>
        s_reserved.Contains(name) || (name.StartsWith(HttpStatus, StringComparison.Ordinal) && name.Length > HttpStatus.Length);

    /// <summary>Whether an entry with the first name acts on every error on which one with the second acts.</summary>
    public static bool Covers(string name, string other) => name switch
    {
        _ when name == other => true,
        // Both act on every error that can be acted on, but TaskFailed leaves out what ran out of time.
        StatesErrors.All => other != StatesErrors.Runtime,
        StatesErrors.TaskFailed => other is not (StatesErrors.All or StatesErrors.Timeout or StatesErrors.HeartbeatTimeout or StatesErrors.Runtime),
        StatesErrors.Timeout => other == StatesErrors.HeartbeatTimeout,
        _ => false,
    };
}

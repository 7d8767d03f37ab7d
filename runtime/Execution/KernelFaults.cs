using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The errors that the kernel itself raises.</summary>
internal static class KernelFaults
{
    /// <summary>The bytes of UTF-8 that a result or an output may have. L-042.</summary>
    public const int DataLimit = 262_144;

    public static readonly Fault Timeout = new(StatesErrors.Timeout, null);

    public static readonly Fault HeartbeatTimeout = new(StatesErrors.HeartbeatTimeout, null);

    // E-070: the name that AWS reports, not the specification's States.NoChoiceMatched.
    public static readonly Fault NoChoiceMatched =
        new(StatesErrors.Runtime, "Failed to transition out of the state. The state does not point to a next state.");

    // E-071.
    public static readonly Fault TooManyEvents =
        new(StatesErrors.Runtime, "The execution reached the maximum number of history events (25000).");

    // E-072.
    public static Fault ChoicePath(string path)
        => new(StatesErrors.Runtime, $"Invalid path '{path}': The choice state's condition path references an invalid value.");

    // E-030.
    public static Fault DataLimitExceeded(string name)
        => new(StatesErrors.DataLimitExceeded, $"The state/task '{name}' returned a result with a size exceeding the maximum number of bytes service limit.");
}

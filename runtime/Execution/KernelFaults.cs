using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Errors that the kernel raises again and again, made once.</summary>
internal static class KernelFaults
{
    /// <summary>The bytes of UTF-8 that a result or an output may have. L-042.</summary>
    public const int DataLimit = 262_144;

    public static readonly Fault Timeout = Faults.Timeout();

    public static readonly Fault HeartbeatTimeout = new(StatesErrors.HeartbeatTimeout, null);
}

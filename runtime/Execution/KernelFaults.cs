using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Errors that the kernel raises again and again, made once.</summary>
internal static class KernelFaults
{
    /// <summary>The bytes of UTF-8 that a result or an output may have. L-042.</summary>
    public const int DataLimit = 262_144;

    /// <summary>The bytes that all variables of an execution may have together. L-079.</summary>
    public const long VariablesLimit = 10 * 1024 * 1024;

    public static readonly Fault Timeout = Faults.Timeout();

    public static readonly Fault HeartbeatTimeout = new(StatesErrors.HeartbeatTimeout, null);

    /// <summary>AWS redrives a Map Run at most so often; its text is ours.</summary>
    public static Fault TooManyMapRunRedrives(MapRuns.MapRunRequest run)
        => new(StatesErrors.Runtime, $"The Map Run '{run.Arn}' was redriven {MapRuns.MapRunRequest.MostRedrives} times and can't be redriven again.");

    /// <summary>What is wrong with a result or an output as such; null when it may pass on.</summary>
    /// <param name="value">JSON that a state or a task made.</param>
    /// <param name="name">What made it, as E-030 names it.</param>
    public static Fault? SizeFault(in JsonValue value, string name)
    {
        try
        {
            return value.IsWithin(DataLimit) || value.ByteCount <= DataLimit ? null : Faults.DataLimitExceeded(name);
        }
        catch (InvalidOperationException notJson)
        {
            // Nested deeper than JSON text is read, or a part is no JSON: a handler's fault, or a loop that wraps its data for ever.
            return new Fault(StatesErrors.Runtime, notJson.Message);
        }
    }
}

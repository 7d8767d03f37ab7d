using Compiled.Observation.Logs;
using Compiled.Server.Machines;

namespace Compiled.Server.Executions;

/// <summary>How the executions of each machine are logged, as its <c>loggingConfiguration</c> says. FEATURES V-030.</summary>
internal static class MachineLogs
{
    /// <summary>The settings of the machine of an ARN, also of a distributed Map's children; null when nothing is logged.</summary>
    public static ExecutionLogSettings? SettingsOf(MachineCatalog catalog, string stateMachineArn)
    {
        int label = stateMachineArn.IndexOf('/', StringComparison.Ordinal);
        return catalog.Find(label < 0 ? stateMachineArn : stateMachineArn[..label])?.Machine.Settings.Logging is { } logging && LevelOf(logging.Level) is var level and not ExecutionLogLevel.Off
            ? new ExecutionLogSettings(level, logging.IncludesExecutionData)
            : null;
    }

    private static ExecutionLogLevel LevelOf(string word) => word switch
    {
        "ALL" => ExecutionLogLevel.All,
        "ERROR" => ExecutionLogLevel.Error,
        "FATAL" => ExecutionLogLevel.Fatal,
        _ => ExecutionLogLevel.Off,
    };
}

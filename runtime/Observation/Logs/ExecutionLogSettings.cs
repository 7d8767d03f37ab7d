using Compiled.History;

namespace Compiled.Observation.Logs;

/// <summary>How the executions of a machine are logged.</summary>
/// <param name="Level">Which events.</param>
/// <param name="IncludeExecutionData">With inputs, outputs, parameters and variables; names, roles, errors and causes are there either way.</param>
public sealed record ExecutionLogSettings(ExecutionLogLevel Level, bool IncludeExecutionData = false)
{
    /// <summary>Whether events of a type are logged. FEATURES V-031.</summary>
    public bool Includes(HistoryEventType type) => LogRecord.LevelOf(type) <= Level;
}

namespace Compiled.Observation.Logs;

/// <summary>Which events are logged. FEATURES V-030, V-031.</summary>
public enum ExecutionLogLevel : byte
{
    /// <summary>None.</summary>
    Off,

    /// <summary>Those that end an execution without success.</summary>
    Fatal,

    /// <summary>Those of errors.</summary>
    Error,

    /// <summary>All.</summary>
    All,
}

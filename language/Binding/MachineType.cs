namespace Compiled.Language.Binding;

/// <summary>How a machine's executions are meant to run; some resources depend on it. FEATURES L-464.</summary>
public enum MachineType
{
    /// <summary>Every transition is recorded and an execution may last a year.</summary>
    Standard,

    /// <summary>In memory, at most five minutes; no <c>.sync</c>, no <c>.waitForTaskToken</c>, no activities.</summary>
    Express,
}

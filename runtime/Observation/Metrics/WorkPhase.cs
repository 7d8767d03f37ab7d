namespace Compiled.Observation.Metrics;

/// <summary>How far a task is.</summary>
internal enum WorkPhase : byte
{
    Scheduled,
    Started,
    Succeeded,
    Failed,
    TimedOut,
}

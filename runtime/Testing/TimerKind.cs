namespace Compiled.Testing;

/// <summary>What an execution sets a timer for.</summary>
internal enum TimerKind
{
    /// <summary>A wait, a task's time, a heartbeat.</summary>
    Effect,

    /// <summary>The end of its time, which comes before all else that is due then: it began before it, however late the timer is set.</summary>
    Limit,

    /// <summary>The same where only its type sets it: no reason to move the clock while something outside may still answer.</summary>
    LimitOfType,
}

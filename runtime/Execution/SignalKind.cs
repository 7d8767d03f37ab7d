namespace Compiled.Execution;

/// <summary>What happened outside.</summary>
public enum SignalKind : byte
{
    /// <summary>The flow starts.</summary>
    Start,

    /// <summary>A task ended; the value is its result or a failure.</summary>
    Reply,

    /// <summary>A task took too long; a failure value tells a heartbeat that stayed away.</summary>
    TimedOut,

    /// <summary>The time of a wait or of a retry's delay is over.</summary>
    Fired,

    /// <summary>The children of a Parallel or Map state ended; the value is the array of their outputs, or the first failure.</summary>
    Joined,

    /// <summary>Go on: the answer to a checkpoint, or, without an effect, leave to take up what else is ready.</summary>
    Resume,

    /// <summary>A job was submitted, a token handed out (the value is the call's own result), an activity's task queued.</summary>
    Submitted,

    /// <summary>A worker took up an activity's task; the value is its name, or missing.</summary>
    Started,

    /// <summary>The execution is stopped from outside; a failure value carries the error and cause given.</summary>
    Stop,

    /// <summary>The execution lasted longer than its machine allows.</summary>
    ExecutionTimedOut,

    /// <summary>An execution that ended without success goes on from what did not succeed. FEATURES X-040.</summary>
    Redrive,
}

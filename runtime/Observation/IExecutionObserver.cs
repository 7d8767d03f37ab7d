namespace Compiled.Observation;

/// <summary>Told what executions do: for logs, metrics and events.</summary>
public interface IExecutionObserver
{
    /// <summary>
    /// Takes the next step of an execution, when it is durable. The steps of one execution come in order and one at a time, those of several at once; the
    /// execution goes on when this returns, so it must be quick. What it throws is logged and goes no further.
    /// </summary>
    /// <remarks>
    /// At most once: what a process wrote in its last moment may not have been told when it died. What has to be known of every execution is in the store.
    /// </remarks>
    void Recorded(ExecutionStep step);
}

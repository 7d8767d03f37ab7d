namespace Compiled.Execution;

/// <summary>The host of one execution as its outstanding effects see it.</summary>
internal interface IDriver
{
    Workflow Workflow { get; }

    ExecutionOptions Options { get; }

    /// <summary>
    /// Puts a message in the mailbox and, when nobody pumps it, pumps: here, or on the thread pool when the caller is a stranger who
    /// shouldn't run the workflow's code on his stack.
    /// </summary>
    void Post(Message message, bool onPool);

    /// <summary>Ends the execution as aborted.</summary>
    void Stop();
}

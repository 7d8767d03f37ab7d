using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>Something that came to a run from outside and waits until its thread takes it up.</summary>
internal abstract class Message
{
    private TaskCompletionSource? _answer;

    /// <summary>Completes when what the message caused is durable, or fails with the reason why it caused nothing.</summary>
    public Task Answer => (_answer ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>What is written with the step that the message causes, given the step's time; null for nothing.</summary>
    public Action<IJournalStore, DateTimeOffset>? Alongside { get; init; }

    /// <summary>Feeds what follows from the message to the kernel, on the run's thread.</summary>
    public abstract void Open(Run run);

    public void Accept() => _answer?.TrySetResult();

    public void Refuse(Exception reason) => _answer?.TrySetException(reason);
}

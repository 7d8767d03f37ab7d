namespace Compiled.Durable.Journal;

/// <summary>A write that somebody awaits.</summary>
internal sealed class AwaitedWrite<T>(Func<IJournalStore, T> write) : JournalWrite
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _source.Task;

    public override void Apply(IJournalStore store) => _result = write(store);

    public override void Done(Exception? failure)
    {
        if (failure is null)
            _source.SetResult(_result);
        else
            _source.SetException(failure);
    }
}

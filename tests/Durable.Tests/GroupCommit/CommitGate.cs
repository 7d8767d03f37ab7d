namespace Durable.Tests.GroupCommit;

/// <summary>Keeps a store's first commit waiting until the test lets it go; at the latest when the gate is disposed of, so that no failing test hangs.</summary>
internal sealed class CommitGate : IDisposable
{
    private readonly ManualResetEventSlim _committing = new(), _isOpen = new();

    public CommitGate(FailingStore store) => store.OnCall += call =>
    {
        if (call != "commit")
            return;
        _committing.Set();
        _isOpen.Wait();
    };

    public void WaitForCommit() => _committing.Wait();

    public void Open() => _isOpen.Set();

    public void Dispose() => _isOpen.Set();
}

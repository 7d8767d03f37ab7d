using Compiled.Durable.Journal;

namespace Durable.Tests.Contract;

/// <summary>A kind of store: each contract is run against each of them.</summary>
public abstract class StoreUnderTest : IDisposable
{
    private IJournalStore? _store;

    /// <summary>The open store; made at first use.</summary>
    public IJournalStore Store => _store ??= Open();

    /// <summary>Closes the store and opens it again.</summary>
    public IJournalStore Reopen()
    {
        _store?.Dispose();
        return _store = Open();
    }

    public virtual void Dispose() => _store?.Dispose();

    protected abstract IJournalStore Open();
}

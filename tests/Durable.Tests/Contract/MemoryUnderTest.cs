using Compiled.Durable.Journal;

namespace Durable.Tests.Contract;

/// <summary>The store in memory; what it holds stays when it is closed.</summary>
public sealed class MemoryUnderTest : StoreUnderTest
{
    private readonly MemoryJournal _journal = new();

    protected override IJournalStore Open() => _journal;
}

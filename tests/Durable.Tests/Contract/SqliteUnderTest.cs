using Compiled.Durable.Journal;
using Compiled.Sqlite;

namespace Durable.Tests.Contract;

/// <summary>The store in a SQLite file, in a folder of its own.</summary>
public sealed class SqliteUnderTest : StoreUnderTest
{
    private readonly TemporaryFolder _folder = new();

    protected override IJournalStore Open() => SqliteJournal.Open(_folder.File("journal.db"));

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }
}

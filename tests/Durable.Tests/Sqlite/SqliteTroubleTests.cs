using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Compiled.Sqlite.Connections;
using Durable.Tests.Contract;
using Durable.Tests.Faults;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Sqlite;

/// <summary>What the journal says when the file makes trouble, and that it goes on when the trouble is over.</summary>
public sealed class SqliteTroubleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("workflows.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(13, "has no room left on its disk (SQLite: database or disk is full, code 13).")]
    [InlineData(10 | 4 << 8, "can't be read or written (SQLite: disk I/O error, code 1034).")]
    public void Commit_DiskThatRefuses_IsUnavailableUntilItWrites(int code, string message)
    {
        using FaultyFiles files = new(System.IO.Path.GetDirectoryName(Path)!);
        using SqliteJournal journal = SqliteJournal.Open(Path, new SqliteOptions { FileSystem = FileShim.Name });
        journal.Write(Start(1));

        files.OnCall = _ => code;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            journal.Begin();
            Assert.Equal(Appended.Committed, journal.Append(Step(1, 3)));
            Assert.Equal($"The journal '{Path}' {message}", Assert.Throws<JournalUnavailableException>(journal.Commit).Message);
            journal.Rollback();
            Assert.Single(journal.Lines(1));
        }

        files.OnCall = static _ => 0;
        Assert.Equal([Appended.Committed], journal.Write(Step(1, 3)));
        Assert.Equal(2, journal.Lines(1).Length);
    }

    [Fact]
    public void Begin_FileThatAnotherProcessWrites_IsUnavailableUntilItIsFree()
    {
        using SqliteJournal journal = SqliteJournal.Open(Path, new SqliteOptions { BusyTimeout = TimeSpan.FromMilliseconds(1) });
        using (Connection other = new(Path, isReadOnly: false, new SqliteOptions(), 100))
        {
            other.Execute("BEGIN IMMEDIATE");
            Assert.Equal(
                $"The journal '{Path}' is locked by another process (SQLite: database is locked, code 5).", Assert.Throws<JournalUnavailableException>(journal.Begin).Message);
            journal.Rollback();
            Assert.Empty(journal.Lines(1));
            other.Execute("ROLLBACK");
        }

        Assert.Equal([Appended.Committed], journal.Write(Start(1)));
    }

    [Fact]
    public void Read_DamagedFile_IsNamed()
    {
        SqliteJournal.Open(Path).Dispose();
        int empty = (int)new FileInfo(Path).Length;
        using (SqliteJournal journal = SqliteJournal.Open(Path))
            journal.Write([Start(1), .. Enumerable.Range(3, 400).Select(static first => Step(1, first))]);
        byte[] file = File.ReadAllBytes(Path);
        // All pages but those that the file had before anything was in it, which the schema is among.
        file.AsSpan(empty).Fill(0xA5);
        File.WriteAllBytes(Path, file);

        using SqliteJournal damaged = SqliteJournal.Open(Path);

        string message = Assert.Throws<SqliteJournalException>(() => damaged.Lines(1)).Message;
        Assert.StartsWith($"The journal '{Path}' is damaged (SQLite: database disk image is malformed, code ", message, StringComparison.Ordinal);
        Assert.EndsWith("keep a copy of it with its -wal file, and put a backup in its place.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writer_DiskThatIsFullForAWhile_WritesWhenItIsNot()
    {
        using FaultyFiles files = new(System.IO.Path.GetDirectoryName(Path)!);
        using SqliteJournal journal = SqliteJournal.Open(Path, new SqliteOptions { FileSystem = FileShim.Name });
        using JournalWriter writer = new(journal);
        int refusals = 0;
        files.OnCall = _ => ++refusals <= 2 ? 13 : 0;

        Appended[] outcomes = await Task.WhenAll(Enumerable.Range(1, 50).Select(id => writer.WriteAsync(store => store.Append(Start(id)))));

        Assert.All(outcomes, static outcome => Assert.Equal(Appended.Committed, outcome));
        Assert.Equal(50, journal.List(new ExecutionFilter(), 100).Count);
        Assert.Null(writer.Trouble);
        Assert.True(refusals > 2);
    }
}

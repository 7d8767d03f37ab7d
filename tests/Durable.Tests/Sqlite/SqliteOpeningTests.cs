using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Compiled.Sqlite.Connections;
using Durable.Tests.Contract;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Sqlite;

/// <summary>Who may open a file, and which files are refused in which words.</summary>
public sealed class SqliteOpeningTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("workflows.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FileThatIsOwned_NamesFileAndOwner()
    {
        using SqliteJournal owner = SqliteJournal.Open(Path);

        SqliteJournalException refusal = Assert.Throws<SqliteJournalException>(() => SqliteJournal.Open(Path));

        Assert.Equal(
            $"The journal '{Path}' is owned by process {Environment.ProcessId}; one process at a time may write it. Stop that process, or open the journal for reading only.",
            refusal.Message);
        Assert.Equal(Path, refusal.Path);
    }

    [Fact]
    public async Task Open_OwnerThatEndsInTime_IsFollowed()
    {
        SqliteJournal owner = SqliteJournal.Open(Path);
        owner.Write(Start(1));
        Task<SqliteJournal> next = Task.Run(() => SqliteJournal.Open(Path, new SqliteOptions { OwnerTimeout = TimeSpan.FromMinutes(1) }));

        owner.Dispose();

        using SqliteJournal follower = await next;
        Assert.Single(follower.Lines(1));
    }

    [Fact]
    public void Open_AfterDispose_LeavesOneFileAndItsLock()
    {
        using (SqliteJournal owner = SqliteJournal.Open(Path))
        {
            owner.Write(Start(1));
            Assert.Single(owner.Lines(1));
        }

        Assert.Equal(["workflows.db", "workflows.db.lock"], Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!).Select(System.IO.Path.GetFileName).Order());
        using SqliteJournal next = SqliteJournal.Open(Path);
        Assert.Single(next.Lines(1));
    }

    [Fact]
    public void OpenReadOnly_WhileOwned_SeesEachCommit()
    {
        using SqliteJournal owner = SqliteJournal.Open(Path);
        using SqliteJournalReader reader = SqliteJournal.OpenReadOnly(Path);
        Assert.Empty(reader.Lines(1));

        owner.Begin();
        owner.Append(Start(1));
        Assert.Empty(reader.Lines(1));
        Assert.Empty(owner.Lines(1));
        owner.Commit();

        Assert.Single(reader.Lines(1));
        Assert.Equal(StoreText.Of(owner), StoreText.Of(reader));
    }

    [Fact]
    public void OpenReadOnly_WithoutOwner_Reads()
    {
        using (SqliteJournal owner = SqliteJournal.Open(Path))
            owner.Write(Start(1));

        using SqliteJournalReader reader = SqliteJournal.OpenReadOnly(Path);
        Assert.Single(reader.Lines(1));
    }

    [Fact]
    public void OpenReadOnly_NoFile_IsRefusedAndMakesNone()
    {
        Assert.Equal($"There is no journal '{Path}'.", Assert.Throws<SqliteJournalException>(() => SqliteJournal.OpenReadOnly(Path)).Message);
        Assert.Equal($"There is no journal '{Path}'.", Assert.Throws<SqliteJournalException>(() => SqliteJournal.OpenRequests(Path)).Message);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void OpenRequests_WhileOwned_AreAnsweredByTheOwner()
    {
        using SqliteJournal owner = SqliteJournal.Open(Path);
        using SqliteRequests asker = SqliteJournal.OpenRequests(Path);

        long number = asker.AddRequest("stop", 5, Body("cause"));
        JournalRequest request = Assert.Single(owner.ListRequests(0, 10));
        Assert.Equal((number, "stop", 5L), (request.Number, request.Kind, request.Execution));
        owner.Write(() => owner.AnswerRequest(number, Body("done")));

        Assert.Equal("done"u8.ToArray(), asker.TakeAnswer(number)!.Value.ToArray());
    }

    [Fact]
    public void Open_NewerVersion_IsRefused()
    {
        SqliteJournal.Open(Path).Dispose();
        Change("UPDATE metadata SET value = 99 WHERE key = 'version'");

        string message = $"The journal '{Path}' has version 99 of its tables; this program knows versions up to {SqliteSchema.Version}. Open it with a newer release.";
        Assert.Equal(message, Assert.Throws<SqliteJournalException>(() => SqliteJournal.Open(Path)).Message);
        Assert.Equal(message, Assert.Throws<SqliteJournalException>(() => SqliteJournal.OpenReadOnly(Path)).Message);
        Assert.Equal(message, Assert.Throws<SqliteJournalException>(() => SqliteJournal.OpenRequests(Path)).Message);
        // The refusal lets go of the file.
        Change($"UPDATE metadata SET value = {SqliteSchema.Version} WHERE key = 'version'");
        SqliteJournal.Open(Path).Dispose();
    }

    [Fact]
    public void Migrate_OlderVersion_RunsOnlyTheStepsThatItLacks()
    {
        using Connection connection = new(Path, isReadOnly: false, new SqliteOptions(), 100);
        string first = "CREATE TABLE metadata(key TEXT PRIMARY KEY, value) WITHOUT ROWID; INSERT INTO metadata VALUES('version', 1)";
        SqliteSchema.Migrate(connection, [first]);
        SqliteSchema.Migrate(connection, [first, "CREATE TABLE second(a)", "CREATE TABLE third(a)"]);
        SqliteSchema.Migrate(connection, [first, "CREATE TABLE second(a)", "CREATE TABLE third(a)"]);

        Assert.Equal(3, connection["SELECT value FROM metadata WHERE key = 'version'"].RunLong(0));
        Assert.Equal(["metadata", "second", "third"], connection["SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"].ReadAll(static row => row.Text(0)));
    }

    [Fact]
    public void Migrate_StepThatFails_LeavesTheOlderVersion()
    {
        using Connection connection = new(Path, isReadOnly: false, new SqliteOptions(), 100);
        string first = "CREATE TABLE metadata(key TEXT PRIMARY KEY, value) WITHOUT ROWID; INSERT INTO metadata VALUES('version', 1)";
        SqliteSchema.Migrate(connection, [first]);

        Assert.Throws<SqliteJournalException>(() => SqliteSchema.Migrate(connection, [first, "CREATE TABLE second(a); CREATE TABLE metadata(b)"]));

        Assert.Equal(1, SqliteSchema.ReadVersion(connection));
        Assert.Equal(["metadata"], connection["SELECT name FROM sqlite_schema WHERE type = 'table'"].ReadAll(static row => row.Text(0)));
    }

    [Fact]
    public void Open_DatabaseOfAnotherProgram_IsRefusedAndLeftAlone()
    {
        Change("CREATE TABLE theirs(a)");

        string message = $"'{Path}' is a database of another program, not a journal of executions.";
        Assert.Equal(message, Assert.Throws<SqliteJournalException>(() => SqliteJournal.Open(Path)).Message);
        Assert.Equal(message, Assert.Throws<SqliteJournalException>(() => SqliteJournal.OpenReadOnly(Path)).Message);
        Assert.Equal(["theirs"], Tables());
    }

    [Fact]
    public void Open_NoDatabase_IsRefusedAndLeftAlone()
    {
        File.WriteAllText(Path, new string('x', 5000));

        Assert.StartsWith($"The journal '{Path}' is not a database", Assert.Throws<SqliteJournalException>(() => SqliteJournal.Open(Path)).Message, StringComparison.Ordinal);
        Assert.StartsWith($"The journal '{Path}' is not a database", Assert.Throws<SqliteJournalException>(() => SqliteJournal.OpenReadOnly(Path)).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(Path));
    }

    [Fact]
    public void OpenReadOnly_EmptyFile_IsRefused()
    {
        File.WriteAllBytes(Path, []);

        Assert.Equal($"'{Path}' is empty, not a journal of executions.", Assert.Throws<SqliteJournalException>(() => SqliteJournal.OpenReadOnly(Path)).Message);
    }

    [Fact]
    public void Open_FolderThatIsNotThere_IsRefused()
    {
        string path = _folder.File("none/workflows.db");

        Assert.StartsWith($"The journal '{path}' can't be owned", Assert.Throws<SqliteJournalException>(() => SqliteJournal.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_Folder_IsRefused()
    {
        Directory.CreateDirectory(Path);

        Assert.StartsWith($"The journal '{Path}' can't be opened", Assert.Throws<SqliteJournalException>(() => SqliteJournal.Open(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AfterDispose_Throws()
    {
        SqliteJournal journal = SqliteJournal.Open(Path);
        journal.Dispose();

        Assert.Throws<ObjectDisposedException>(() => journal.Find(1));
    }

    private void Change(string sql)
    {
        using Connection connection = new(Path, isReadOnly: false, new SqliteOptions(), 100);
        connection.Execute(sql);
    }

    private List<string> Tables()
    {
        using Connection connection = new(Path, isReadOnly: true, new SqliteOptions(), 100);
        return connection["SELECT name FROM sqlite_schema WHERE type = 'table'"].ReadAll(static row => row.Text(0));
    }
}

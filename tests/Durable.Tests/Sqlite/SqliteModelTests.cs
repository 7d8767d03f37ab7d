using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Durable.Tests.Contract;

namespace Durable.Tests.Sqlite;

/// <summary>The store in a file does what the store in memory does, for any sequence of writes.</summary>
public sealed class SqliteModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Journal_RandomWrites_HoldsWhatTheModelHolds(int seed)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("journal.db");
        RandomWrites writes = new(seed);
        MemoryJournal model = new();
        SqliteJournal journal = SqliteJournal.Open(path);
        try
        {
            for (int round = 0; round < 250; round++)
            {
                bool isKept = writes.Number(6) > 0;
                Transact([model, journal], [.. Enumerable.Range(0, writes.Number(20)).Select(_ => writes.Next())], isKept, $"seed {seed}, round {round}");
                if (round % 10 == 0)
                    Assert.Equal(StoreText.Of(model), StoreText.Of(journal));
                Compare(model, journal, writes);
                if (writes.Number(60) == 0)
                {
                    journal.Dispose();
                    journal = SqliteJournal.Open(path);
                }
                else if (writes.Number(60) == 0)
                {
                    using IDisposable image = OpenImage(folder, path, out IJournalReader reader);
                    Assert.Equal(StoreText.Of(model), StoreText.Of(reader));
                }
            }
        }
        finally
        {
            journal.Dispose();
        }
    }

    private static void Transact(IJournalStore[] stores, Func<IJournalStore, string>[] writes, bool isKept, string where)
    {
        foreach (IJournalStore store in stores)
            store.Begin();
        for (int i = 0; i < writes.Length; i++)
        {
            string[] said = [.. stores.Select(store => writes[i](store))];
            Assert.True(said[0] == said[1], $"{where}, write {i}: {said[0]} in memory, {said[1]} in the file");
        }

        foreach (IJournalStore store in stores)
        {
            if (isKept)
                store.Commit();
            else
                store.Rollback();
        }
    }

    private static void Compare(MemoryJournal model, SqliteJournal journal, RandomWrites writes)
    {
        for (int i = 0; i < 5; i++)
        {
            (ExecutionFilter filter, int limit) = (writes.Filter(), writes.Number(30));
            Assert.Equal(model.List(filter, limit), journal.List(filter, limit));
            (long id, int number, string arn) = (writes.Execution(), writes.Number(9), writes.Arn());
            Assert.Equal(model.Lines(id, number), journal.Lines(id, number));
            Assert.Equal(model.ListChildren(id, number % 3, number, limit), journal.ListChildren(id, number % 3, number, limit));
            Assert.Equal(model.ListUnparked(id, limit), journal.ListUnparked(id, limit));
            Assert.Equal(model.ListParked(number * 60, limit), journal.ListParked(number * 60, limit));
            Assert.Equal(model.ListTasks(arn, id, limit), journal.ListTasks(arn, id, limit));
            Assert.Equal(model.FindDefinition($"hash{number}"), journal.FindDefinition($"hash{number}"));
            Assert.Equal(model.NextParkedAfter(number * 60), journal.NextParkedAfter(number * 60));
            Assert.Equal(model.LastExecution(), journal.LastExecution());
        }
    }

    // What a crash of the process would leave: the file and its log, but not the shared memory.
    private static IDisposable OpenImage(TemporaryFolder folder, string path, out IJournalReader reader)
    {
        string image = folder.File(Guid.NewGuid().ToString("N"));
        File.Copy(path, image);
        File.Copy(path + "-wal", image + "-wal");
        SqliteJournal journal = SqliteJournal.Open(image);
        reader = journal;
        return journal;
    }
}

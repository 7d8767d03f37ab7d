using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Durable.Tests.Contract;

namespace Durable.Tests.Faults;

/// <summary>
/// Some transactions, with what a store holds after each: the same for every run, so that a run may be cut off anywhere and what is left be compared.
/// </summary>
internal sealed class Scenario
{
    private const int ReopenedAfter = 3;

    private readonly Func<IJournalStore, string>[][] _transactions;
    private readonly string[][] _said;

    public Scenario(int seed, int transactions)
    {
        RandomWrites writes = new(seed);
        _transactions = [.. Enumerable.Range(0, transactions).Select(_ => Enumerable.Range(0, 1 + writes.Number(6)).Select(_ => writes.Next()).ToArray())];
        MemoryJournal model = new();
        List<string> texts = [StoreText.Of(model)];
        _said = [.. _transactions.Select(transaction =>
        {
            string[] said = Do(model, transaction);
            texts.Add(StoreText.Of(model));
            return said;
        })];
        Texts = texts;
    }

    /// <summary>What the store holds after so many transactions.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>How many transactions of the run were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Does all transactions in a new file, each again until it is done, and closes and opens the file now and then.</summary>
    public void Run(string path)
    {
        Acknowledged = 0;
        SqliteJournal? journal = null;
        try
        {
            journal = Opened(path);
            for (int i = 0; i < _transactions.Length; i++)
            {
                if (i > 0 && i % ReopenedAfter == 0)
                {
                    journal.Dispose();
                    journal = Opened(path);
                }

                Assert.Equal(_said[i], Insist(journal, _transactions[i]));
                Acknowledged = i + 1;
            }
        }
        finally
        {
            journal?.Dispose();
        }
    }

    // The log is copied into the file every few pages, so that the calls of a checkpoint are among those that are cut off.
    private static SqliteJournal Opened(string path)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return SqliteJournal.Open(path, new SqliteOptions { FileSystem = FileShim.Name, CheckpointPages = 12 });
            }
            catch (JournalUnavailableException) when (attempt < 20)
            {
            }
        }
    }

    // As the writer does it.
    private static string[] Insist(SqliteJournal journal, Func<IJournalStore, string>[] transaction)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return Do(journal, transaction);
            }
            catch (JournalUnavailableException) when (attempt < 20)
            {
                journal.Rollback();
            }
        }
    }

    private static string[] Do(IJournalStore store, Func<IJournalStore, string>[] transaction)
    {
        store.Begin();
        string[] said = [.. transaction.Select(write => write(store))];
        store.Commit();
        return said;
    }
}

using Compiled;
using Compiled.Durable.Journal;
using Compiled.Sqlite;
using Compiled.Sqlite.Connections;
using Compiled.Sqlite.Queries;
using Durable.Tests.Contract;

namespace Durable.Tests.Sqlite;

/// <summary>Every question has an index that leads to its first row: as SQLite explains its plan, no table is scanned.</summary>
public sealed class SqlitePlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteJournal _journal;
    private readonly SqliteJournalReader _reader;

    public SqlitePlanTests()
    {
        _journal = SqliteJournal.Open(_folder.File("journal.db"));
        _reader = SqliteJournal.OpenReadOnly(_folder.File("journal.db"));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _journal.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string, ExecutionFilter> Lists => new()
    {
        { "execution_by_status (is_item=? AND status=?)", new ExecutionFilter() },
        { "execution_by_status (is_item=? AND status=?)", new ExecutionFilter { WithItems = true } },
        { "execution_by_status (is_item=? AND status=? AND rowid<?)", new ExecutionFilter { Status = ExecutionStatus.Running, BeforeId = 5 } },
        { "execution_by_machine (machine=? AND is_item=? AND status=?)", new ExecutionFilter { StateMachineArn = Samples.Machine } },
        { "execution_by_machine (machine=? AND is_item=? AND status=? AND rowid<?)", new ExecutionFilter { StateMachineArn = Samples.Machine, Status = ExecutionStatus.Failed, BeforeId = 7, IsRedriven = true } },
        { "execution_by_name (machine=? AND name>? AND name<?)", new ExecutionFilter { StateMachineArn = Samples.Machine, NamePrefix = "a" } },
        { "execution_by_parent (parent=? AND parent_effect=? AND item>?)", new ExecutionFilter { MapRun = (1, 2), Status = ExecutionStatus.Failed, BeforeId = 7 } },
        { "execution_by_start (started>? AND started<?)", new ExecutionFilter { StartedFromTicks = 5, StartedBeforeTicks = 7, StateMachineArn = Samples.Machine } },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void List_EachFilter_SearchesItsIndex(string search, ExecutionFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string[] plan = Explain(ListQuery.Sql(filter));

        // 'chosen' is the handful of ids that the index gave.
        Assert.DoesNotContain(plan, static step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.EndsWith("chosen", StringComparison.Ordinal));
        Assert.Contains(plan, static step => step.Contains("SEARCH execution USING", StringComparison.Ordinal));
        Assert.All(plan.Where(static step => step.Contains("SEARCH execution USING", StringComparison.Ordinal)), step => Assert.EndsWith(search, step, StringComparison.Ordinal));
    }

    [Fact]
    public void List_ByStatus_IsMergedWithoutSorting()
    {
        string[] plan = Explain(ListQuery.Sql(new ExecutionFilter()));

        int merge = Array.FindIndex(plan, static step => step.StartsWith("MERGE", StringComparison.Ordinal));
        int chosen = Array.FindIndex(plan, static step => step.StartsWith("SCAN chosen", StringComparison.Ordinal));
        Assert.True(merge >= 0 && chosen > merge, string.Join('\n', plan));
        Assert.DoesNotContain(plan[merge..chosen], static step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Sql.Unparked, "execution_by_status (is_item=? AND status=? AND rowid>?)")]
    [InlineData(Sql.Parked, "parked_by_due (due<?)")]
    [InlineData(Sql.NextParked, "parked_by_due (due>? AND due<?)")]
    [InlineData(Sql.Segments, "segment_by_execution (execution=? AND first>? AND first<?)")]
    [InlineData(Sql.LastEvent, "segment_by_execution (execution=?)")]
    [InlineData(Sql.Tasks, "activity_task_by_activity (activity=? AND number>?)")]
    [InlineData(Sql.Requests, "request_by_number (number>?)")]
    [InlineData(ExecutionQuery.Children, "execution_by_parent (parent=? AND parent_effect=? AND item>?)")]
    [InlineData(MapRunQuery.ByArn, "sqlite_autoindex_map_run_1 (arn=?)")]
    [InlineData(MapRunQuery.OfExecution, "PRIMARY KEY (execution=? AND effect>?)")]
    [InlineData(ExecutionQuery.ById, "INTEGER PRIMARY KEY (rowid=?)")]
    [InlineData(ExecutionQuery.ByName, "execution_by_name (machine=? AND name=?)")]
    public void Question_Plan_SearchesItsIndexInOrder(string sql, string search)
    {
        string[] plan = Explain(sql);

        Assert.Contains(plan, step => step.EndsWith(search, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, static step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.StartsWith("SCAN CONSTANT", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, static step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private string[] Explain(string sql)
        => _reader.Ask(connection => connection["EXPLAIN QUERY PLAN " + sql].ReadAll(static row => row.Text(3))).ToArray();
}

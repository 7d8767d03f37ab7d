using Compiled.Durable.Journal;
using Compiled.MapRuns;
using Compiled.Sqlite.Connections;
using Compiled.Sqlite.Queries;

namespace Compiled.Sqlite.Writes;

/// <summary>Keeps what is told of Map Runs.</summary>
internal sealed class MapRunWrites(Connection connection)
{
    public void Put(StoredMapRun run)
        => connection["""
            INSERT OR IGNORE INTO map_run(execution, effect, arn, status, started, ended, redrives, redriven, max_concurrency, tolerated_count, tolerated_percentage, items, executions)
            VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
            """].Bind(1, run.Execution).Bind(2, run.Effect).Bind(3, run.Arn).Bind(4, (long)run.Status).Bind(5, run.StartedTicks).Bind(6, run.EndedTicks)
            .Bind(7, run.RedriveCount).Bind(8, run.RedrivenTicks).Bind(9, run.MaxConcurrency).Bind(10, run.ToleratedFailureCount)
            .Bind(11, run.ToleratedFailurePercentage).Bind(12, MapRunQuery.Bytes(run.Items)).Bind(13, MapRunQuery.Bytes(run.Executions)).Run();

    public void Change(long execution, int effect, MapRunChange change)
    {
        connection["""
            UPDATE map_run SET status = ifnull(?3, status), ended = ifnull(?4, ended), redrives = ifnull(?5, redrives), redriven = ifnull(?6, redriven),
                max_concurrency = ifnull(?7, max_concurrency), tolerated_count = ifnull(?8, tolerated_count),
                tolerated_percentage = ifnull(?9, tolerated_percentage)
            WHERE execution = ?1 AND effect = ?2
            """].Bind(1, execution).Bind(2, effect).Bind(3, (long?)change.Status).Bind(4, change.EndedTicks).Bind(5, change.RedriveCount)
            .Bind(6, change.RedrivenTicks).Bind(7, change.MaxConcurrency).Bind(8, change.ToleratedFailureCount).Bind(9, change.ToleratedFailurePercentage).Run();
        if (change is { Items: { } items, Executions: { } executions })
        {
            connection["UPDATE map_run SET items = ?3, executions = ?4 WHERE execution = ?1 AND effect = ?2"].Bind(1, execution).Bind(2, effect)
                .Bind(3, MapRunQuery.Bytes(items)).Bind(4, MapRunQuery.Bytes(executions)).Run();
        }
    }
}

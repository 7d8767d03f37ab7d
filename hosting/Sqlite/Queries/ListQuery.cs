using System.Text;
using Compiled.Durable.Journal;
using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Queries;

/// <summary>
/// A list of executions, newest first. The index is named, not left to SQLite's planner: without statistics it can't tell a machine with ten executions from
/// one with a million.
/// </summary>
/// <remarks>
/// By a name's beginning and by time the rows are found through their index and then put in order. Otherwise one index holds each
/// status in the order of ids; the statuses that are asked for are merged from their ends, and no row is read that isn't given or left out by a filter.
/// </remarks>
internal static class ListQuery
{
    private const int Statuses = 5;

    /// <summary>The statement for a filter.</summary>
    public static string Sql(ExecutionFilter filter)
    {
        if (filter.MapRun is not null)
            return ExecutionQuery.Of($"{Arm(filter, "execution_by_parent", "parent = ?11 AND parent <> 0 AND parent_effect = ?12 AND item >= 0", Status(filter))} ORDER BY id DESC LIMIT ?8");
        if (filter is { StateMachineArn: not null, NamePrefix.Length: > 0 })
            return ExecutionQuery.Of($"{Arm(filter, "execution_by_name", Items(filter), Status(filter))} ORDER BY id DESC LIMIT ?8");
        if (filter.StartedFromTicks is not null)
            return ExecutionQuery.Of($"{Arm(filter, "execution_by_start", Items(filter), Status(filter))} ORDER BY id DESC LIMIT ?8");
        StringBuilder arms = new();
        string index = filter.StateMachineArn is null ? "execution_by_status" : "execution_by_machine";
        foreach (string item in (string[])(filter.WithItems ? ["is_item = 0", "is_item = 1"] : ["is_item = 0"]))
        {
            for (int status = 0; status < Statuses; status++)
            {
                if (filter.Status is { } only && (int)only != status)
                    continue;
                arms.Append(arms.Length == 0 ? "" : " UNION ALL ").Append(Arm(filter, index, item, $"status = {status}"));
            }
        }

        return ExecutionQuery.Of($"{arms} ORDER BY id DESC LIMIT ?8");
    }

    /// <summary>Binds what the filter compares with.</summary>
    public static Statement Bind(Statement statement, ExecutionFilter filter, int limit)
    {
        if (filter.StateMachineArn is { } arn)
            statement.Bind(1, arn);
        if (filter.NamePrefix is { Length: > 0 } prefix)
        {
            // No character's UTF-8 has the byte 255, so all names that begin so, and no others, lie between the prefix and the prefix with it.
            byte[] end = [.. Encoding.UTF8.GetBytes(prefix), 255];
            statement.BindUtf8(2, end.AsSpan()[..^1]).BindUtf8(3, end);
        }

        if (filter.StartedFromTicks is { } from)
            statement.Bind(4, from);
        if (filter.StartedBeforeTicks is { } before)
            statement.Bind(5, before);
        if (filter.BeforeId is { } id)
            statement.Bind(6, id);
        if (filter.Status is { } status)
            statement.Bind(7, (long)status);
        if (filter.Version is { } version)
            statement.Bind(9, version);
        if (filter.Alias is { } alias)
            statement.Bind(10, alias);
        if (filter.MapRun is var (execution, effect))
            statement.Bind(11, execution).Bind(12, effect);
        return statement.Bind(8, limit);
    }

    private static string Items(ExecutionFilter filter) => filter.WithItems ? "" : "is_item = 0";

    private static string Status(ExecutionFilter filter) => filter.Status is null ? "" : "status = ?7";

    private static string Arm(ExecutionFilter filter, string index, string items, string status)
    {
        string[] terms =
        [
            filter.StateMachineArn is null ? "" : "machine = (SELECT id FROM machine WHERE arn = ?1)",
            items,
            status,
            filter.NamePrefix is { Length: > 0 } ? "name >= ?2 AND name < ?3" : "",
            filter.StartedFromTicks is null ? "" : "started >= ?4",
            filter.StartedBeforeTicks is null ? "" : "started < ?5",
            filter.IsRedriven is { } redriven ? redriven ? "redrives > 0" : "redrives = 0" : "",
            filter.BeforeId is null ? "" : "id < ?6",
            filter.Version is null ? "" : "version = ?9",
            filter.Alias is null ? "" : "alias = ?10",
        ];
        string where = string.Join(" AND ", terms.Where(static term => term.Length > 0));
        return $"SELECT id FROM execution INDEXED BY {index}{(where.Length == 0 ? "" : " WHERE " + where)}";
    }
}

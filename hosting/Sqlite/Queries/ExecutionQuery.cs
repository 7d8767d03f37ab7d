using Compiled.Durable.Journal;
using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Queries;

/// <summary>The columns of an execution, and how a row of them is read.</summary>
internal static class ExecutionQuery
{
    private const string Columns = """
        SELECT e.id, m.arn, e.name, e.type, d.hash, e.started, e.parent, e.parent_effect, e.item, e.status, e.ended, e.redrives, e.redriven, e.version, e.alias
        """;

    private const string Joined = "JOIN machine m ON m.id = e.machine JOIN definition d ON d.id = e.definition";

    public const string ById = $"{Columns} FROM execution e {Joined} WHERE e.id = ?1";

    public const string ByName = $"{Columns} FROM execution e {Joined} WHERE e.machine = (SELECT id FROM machine WHERE arn = ?1) AND e.name = ?2";

    public const string Children = $"""
        {Columns} FROM execution e INDEXED BY execution_by_parent {Joined}
        WHERE e.parent = ?1 AND e.parent <> 0 AND e.parent_effect = ?2 AND e.item >= ?3 ORDER BY e.item, e.id LIMIT ?4
        """;

    /// <summary>The executions whose ids another query chooses, in its order of ids from the highest.</summary>
    public static string Of(string ids) => $"{Columns} FROM ({ids}) AS chosen CROSS JOIN execution e ON e.id = chosen.id {Joined} ORDER BY e.id DESC";

    public static ExecutionRow Read(Statement row) => new(
        row.Long(0),
        new ExecutionHead(row.Text(1), row.Text(2), (MachineType)row.Int(3), row.Text(4), row.Long(5), row.Long(6), row.Int(7), row.Int(8), row.Int(13), row.Text(14) is { Length: > 0 } alias ? alias : null),
        (ExecutionStatus)row.Int(9), row.Long(10), row.Int(11), row.Long(12));
}

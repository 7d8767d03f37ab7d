using System.Runtime.InteropServices;
using Compiled.Durable.Journal;
using Compiled.MapRuns;
using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Queries;

/// <summary>The columns of a Map Run, and how a row of them is read.</summary>
internal static class MapRunQuery
{
    private const string Columns = """
        SELECT execution, effect, arn, status, started, ended, redrives, redriven, max_concurrency, tolerated_count, tolerated_percentage, items, executions FROM map_run
        """;

    public const string ByArn = $"{Columns} WHERE arn = ?1";

    public const string OfExecution = $"{Columns} WHERE execution = ?1 AND effect > ?2 ORDER BY effect LIMIT ?3";

    public static StoredMapRun Read(Statement row) => new(
        row.Long(0), row.Int(1), row.Text(2), (MapRunStatus)row.Int(3), row.Long(4), row.Long(5), row.Int(6), row.Long(7), row.Int(8),
        row.IsNull(9) ? null : row.Int(9), row.IsNull(10) ? null : row.Double(10), Counts(row, 11), Counts(row, 12));

    /// <summary>Counts as a column holds them: eight bytes each, the lowest first.</summary>
    public static byte[] Bytes(in MapRunCounts counts)
        => MemoryMarshal.AsBytes<long>(
            [
                counts.Pending, counts.Running, counts.Succeeded, counts.Failed, counts.TimedOut, counts.Aborted, counts.Total, counts.ResultsWritten,
                counts.FailuresNotRedrivable, counts.PendingRedrive,
            ]).ToArray();

    private static MapRunCounts Counts(Statement row, int column)
    {
        if (row.IsNull(column))
            return default;
        ReadOnlySpan<long> read = MemoryMarshal.Cast<byte, long>(row.Blob(column));
        return new MapRunCounts(read[0], read[1], read[2], read[3], read[4], read[5], read[6], read[7], read[8], read[9]);
    }
}

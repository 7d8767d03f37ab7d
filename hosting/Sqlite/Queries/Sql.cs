namespace Compiled.Sqlite.Queries;

/// <summary>The questions whose words don't depend on what is asked for.</summary>
internal static class Sql
{
    public const string LastExecution = """
        SELECT max(value, (SELECT ifnull(max(id), 0) FROM execution)) FROM metadata WHERE key = 'last_execution'
        """;

    // The segment that holds an event is the last that begins with it or before.
    public const string Segments = """
        SELECT first, count, body FROM segment INDEXED BY segment_by_execution
        WHERE execution = ?1 AND first >= ifnull((SELECT max(first) FROM segment WHERE execution = ?1 AND first <= ?2), 0) AND first + count > ?2 AND first <= ?3 ORDER BY first
        """;

    public const string LastEvent = "SELECT first + count - 1 FROM segment INDEXED BY segment_by_execution WHERE execution = ?1 ORDER BY first DESC LIMIT 1";

    public const string Unparked = $"""
        SELECT id FROM execution INDEXED BY execution_by_status WHERE is_item = 0 AND {RunsUnparked}
        UNION ALL SELECT id FROM execution INDEXED BY execution_by_status WHERE is_item = 1 AND {RunsUnparked} ORDER BY id LIMIT ?2
        """;

    public const string Parked = """
        SELECT execution, due FROM parked INDEXED BY parked_by_due WHERE due <= ?1 AND due < 9223372036854775807 ORDER BY due, execution LIMIT ?2
        """;

    public const string NextParked = "SELECT due FROM parked INDEXED BY parked_by_due WHERE due > ?1 AND due < 9223372036854775807 ORDER BY due LIMIT 1";

    public const string Definition = "SELECT name, type, text FROM definition WHERE hash = ?1 AND text IS NOT NULL";

    public const string Activities = "SELECT arn, created FROM activity ORDER BY arn";

    public const string Tasks = """
        SELECT number, execution, effect FROM activity_task INDEXED BY activity_task_by_activity WHERE activity = ?1 AND number > ?2 ORDER BY number LIMIT ?3
        """;

    public const string Requests = """
        SELECT number, kind, execution, body FROM request INDEXED BY request_by_number WHERE number > ?1 AND answer IS NULL ORDER BY number LIMIT ?2
        """;

    public const string HeldTasks = "SELECT execution, effect, child, heartbeat FROM held_task WHERE execution = ?1 ORDER BY effect";

    public const string Awaiting = "SELECT execution, effect, child, heartbeat FROM held_task INDEXED BY held_task_by_child WHERE child <> 0";

    public const string CountByStatus = "SELECT status, count(*) FROM execution INDEXED BY execution_by_status GROUP BY is_item, status";

    private const string RunsUnparked = "status = 0 AND id > ?1 AND NOT EXISTS (SELECT 1 FROM parked WHERE execution = id)";
}

using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Writes;

/// <summary>Deletes what ended long ago, in pieces that the writer can afford between its transactions.</summary>
internal sealed class PurgeWrites(Connection connection, Numbers numbers)
{
    // How many children of a deleted execution are let go at once.
    private const int MostReleased = 1000;

    // Answers that nobody came for are kept as long as they are among the last so many requests.
    private const int KeptRequests = 1000;

    public int Purge(long endedBeforeTicks, int limit)
    {
        Release();
        List<(long Id, long Definition)> old = connection["""
            SELECT id, definition FROM execution INDEXED BY execution_by_end WHERE ended > 0 AND is_held = 0 AND ended < ?1 ORDER BY ended, id LIMIT ?2
            """].Bind(1, endedBeforeTicks).Bind(2, limit).ReadAll(static row => (row.Long(0), row.Long(1)));
        if (old.Count > 0)
        {
            // Ids aren't given twice, so the highest one is remembered before its row may go.
            connection["UPDATE metadata SET value = max(value, (SELECT max(id) FROM execution)) WHERE key = 'last_execution'"].Run();
            foreach ((long id, long definition) in old)
                Delete(id, definition);
            numbers.WriteUses();
            connection["DELETE FROM definition WHERE uses = 0"].Run();
            numbers.Forget();
        }

        connection["DELETE FROM request WHERE answer IS NOT NULL AND number < (SELECT max(number) FROM request) - ?1"].Bind(1, KeptRequests).Run();
        return old.Count;
    }

    // Children are kept while their parent is. It may have millions, so those of a parent that is gone become purgeable piece by piece.
    private void Release()
    {
        int left = MostReleased;
        foreach (long parent in connection["SELECT parent FROM orphaned LIMIT ?1"].Bind(1, MostReleased).ReadAll(static row => row.Long(0)))
        {
            List<long> children = connection["""
                SELECT id FROM execution INDEXED BY execution_by_parent WHERE parent = ?1 AND parent <> 0 AND is_held = 1 LIMIT ?2
                """].Bind(1, parent).Bind(2, left).ReadAll(static row => row.Long(0));
            foreach (long child in children)
                connection["UPDATE execution SET is_held = 0 WHERE id = ?1"].Bind(1, child).Run();
            left -= children.Count;
            if (left == 0)
                return;
            connection["DELETE FROM orphaned WHERE parent = ?1"].Bind(1, parent).Run();
        }
    }

    private void Delete(long execution, long definition)
    {
        connection["""
            INSERT OR IGNORE INTO orphaned SELECT ?1 WHERE EXISTS (SELECT 1 FROM execution INDEXED BY execution_by_parent WHERE parent = ?1 AND parent <> 0)
            """].Bind(1, execution).Run();
        connection["DELETE FROM segment WHERE execution = ?1"].Bind(1, execution).Run();
        connection["DELETE FROM parked WHERE execution = ?1"].Bind(1, execution).Run();
        connection["DELETE FROM activity_task WHERE execution = ?1"].Bind(1, execution).Run();
        connection["DELETE FROM held_task WHERE execution = ?1"].Bind(1, execution).Run();
        connection["DELETE FROM map_run WHERE execution = ?1"].Bind(1, execution).Run();
        connection["DELETE FROM execution WHERE id = ?1"].Bind(1, execution).Run();
        numbers.Use(definition, -1);
    }
}

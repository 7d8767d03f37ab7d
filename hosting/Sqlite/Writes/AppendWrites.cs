using Compiled.Durable.Journal;
using Compiled.Sqlite.Connections;

namespace Compiled.Sqlite.Writes;

/// <summary>Writes steps of executions. The step of an execution that goes on costs one statement.</summary>
internal sealed class AppendWrites(Connection connection, Numbers numbers)
{
    private const int MostAwake = 1_000_000;

    private readonly Statement _insert = connection["INSERT OR IGNORE INTO segment(execution, first, count, writer, body) VALUES(?1, ?2, ?3, ?4, ?5)"];

    // An execution that was purged, or never started here, has no row, and so gets no segment either.
    private readonly Statement _insertIfThere = connection["""
        INSERT OR IGNORE INTO segment(execution, first, count, writer, body) SELECT id, ?2, ?3, ?4, ?5 FROM execution WHERE id = ?1
        """];

    private readonly Statement _start = connection["""
        INSERT OR IGNORE INTO execution(id, machine, name, type, definition, started, parent, parent_effect, item, is_item, is_held, status, ended, redrives, redriven, version, alias)
        VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9 >= 0, ?7 <> 0 AND EXISTS (SELECT 1 FROM execution WHERE id = ?7), ?10, ?11, ?12, ?13, ?14, ?15)
        """];

    private readonly Statement _end = connection["UPDATE execution SET status = ?2, ended = ?3, redriven = CASE WHEN ?4 > redrives THEN ?3 ELSE redriven END, redrives = ?4 WHERE id = ?1"];

    private readonly Statement _redrive = connection["UPDATE execution SET status = ?2, ended = 0, redriven = ?3, redrives = ?4 WHERE id = ?1"];

    private readonly Statement _park = connection["INSERT INTO parked(execution, due) VALUES(?1, ?2) ON CONFLICT(execution) DO UPDATE SET due = excluded.due"];

    private readonly Statement _wake = connection["DELETE FROM parked WHERE execution = ?1"];

    // Those that certainly have a row, and none in parked, so that the next step needn't look.
    private readonly HashSet<long> _awake = [];

    public Appended Append(Append append)
    {
        bool isStart = append.Start is not null;
        bool wasAwake = _awake.Contains(append.Execution);
        int written = (isStart || wasAwake ? _insert : _insertIfThere).Bind(1, append.Execution).Bind(2, append.FirstEvent).Bind(3, append.EventCount)
            .Bind(4, numbers.Writer(append.Writer)).Bind(5, append.Body.Span).Run();
        if (written == 0)
            return Refusal(append);
        if (append.Start is { } head)
        {
            long segment = connection.LastInserted;
            if (!TryStart(append, head))
            {
                connection["DELETE FROM segment WHERE seq = ?1"].Bind(1, segment).Run();
                return connection["SELECT 1 FROM execution WHERE id = ?1"].Bind(1, append.Execution).RunLong(0) == 1 ? Appended.Fenced : Appended.NameTaken;
            }
        }
        else if (append.Status is { } change)
        {
            Change(append.Execution, change);
        }

        Park(append, wasAwake);
        foreach (TaskChange task in append.Tasks)
            Change(append.Execution, task);
        return Appended.Committed;
    }

    /// <summary>Forgets what is known of rows: a rollback or a purge may have taken them away.</summary>
    public void Forget() => _awake.Clear();

    private Appended Refusal(Append append)
        => connection["SELECT writer FROM segment WHERE execution = ?1 AND first = ?2"].Bind(1, append.Execution).Bind(2, append.FirstEvent).RunLong(-1)
            == numbers.Writer(append.Writer) ? Appended.AlreadyMine : Appended.Fenced;

    private bool TryStart(Append append, ExecutionHead head)
    {
        StatusChange change = append.Status ?? default;
        bool hasEnded = change.Status != ExecutionStatus.Running;
        long definition = numbers.Definition(head.DefinitionHash);
        _start.Bind(1, append.Execution).Bind(2, numbers.Machine(head.StateMachineArn)).Bind(3, head.Name).Bind(4, (long)head.Type).Bind(5, definition)
            .Bind(6, head.StartedTicks).Bind(7, head.Parent).Bind(8, head.ParentEffect).Bind(9, head.Item)
            .Bind(10, (long)change.Status).Bind(11, hasEnded ? change.Ticks : 0).Bind(12, change.RedriveCount).Bind(13, hasEnded ? 0 : change.Ticks)
            .Bind(14, head.Version).Bind(15, head.Alias ?? "");
        if (_start.Run() == 0)
            return false;
        numbers.Use(definition, 1);
        return true;
    }

    private void Change(long execution, StatusChange change)
        => (change.Status == ExecutionStatus.Running ? _redrive : _end)
            .Bind(1, execution).Bind(2, (long)change.Status).Bind(3, change.Ticks).Bind(4, change.RedriveCount).Run();

    private void Park(Append append, bool wasAwake)
    {
        if (append.ParkedUntil is { } due)
        {
            _park.Bind(1, append.Execution).Bind(2, due).Run();
            _awake.Remove(append.Execution);
            return;
        }

        if (!wasAwake && append.Start is null)
            _wake.Bind(1, append.Execution).Run();
        if (append.Status is { Status: not ExecutionStatus.Running })
            _awake.Remove(append.Execution);
        else if (!wasAwake)
            Remember(append.Execution);
    }

    private void Remember(long execution)
    {
        // What is left behind by executions that never come back must not grow for ever; forgetting costs a look.
        if (_awake.Count >= MostAwake)
            _awake.Clear();
        _awake.Add(execution);
    }

    private void Change(long execution, TaskChange change)
    {
        if (change.IsAdded)
            connection["INSERT INTO activity_task(activity, execution, effect) VALUES(?1, ?2, ?3)"].Bind(1, change.ActivityArn).Bind(2, execution).Bind(3, change.Effect).Run();
        else
            connection["DELETE FROM activity_task WHERE number = (SELECT min(number) FROM activity_task WHERE execution = ?1 AND effect = ?2)"]
                .Bind(1, execution).Bind(2, change.Effect).Run();
    }
}

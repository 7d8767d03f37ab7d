namespace Compiled.Durable.Journal;

/// <summary>Tasks that wait.</summary>
public sealed partial class MemoryJournal
{
    private readonly SortedDictionary<(long Execution, int Effect), HeldTask> _heldTasks = [];

    /// <inheritdoc/>
    public void PutHeldTask(HeldTask task)
    {
        (long, int) key = (task.Execution, task.Effect);
        HeldTask? before = _heldTasks.GetValueOrDefault(key);
        _heldTasks[key] = task;
        _undo.Add(() =>
        {
            if (before is null)
                _heldTasks.Remove(key);
            else
                _heldTasks[key] = before;
        });
    }

    /// <inheritdoc/>
    public void DeleteHeldTask(long execution, int effect)
    {
        if (_heldTasks.Remove((execution, effect), out HeldTask? before))
            _undo.Add(() => _heldTasks[(execution, effect)] = before);
    }

    /// <inheritdoc/>
    public IReadOnlyList<HeldTask> ListHeldTasks(long execution) => Locked(() => _heldTasks.Values.Where(task => task.Execution == execution).ToArray());

    /// <inheritdoc/>
    public IReadOnlyList<HeldTask> ListAwaiting() => Locked(() => _heldTasks.Values.Where(static task => task.Child != 0).ToArray());
}

namespace Compiled.MapRuns;

/// <summary>
/// Holds a virtual clock that goes on by itself while a Map Run or one of its children can still do something at the present moment. The execution
/// at the root moves the clock; its children, and theirs, only say here that they rest.
/// </summary>
internal sealed class ClockGate(Action quiet)
{
    private BusyCount _busy;
    private int _working, _waiting;

    /// <summary>Whether a run or a child is at work by itself.</summary>
    public bool IsBusy => _busy.Count != 0;

    /// <summary>Tells whether someone has entered or left since another.</summary>
    public long Mark => _busy.Mark;

    /// <summary>
    /// Reads what those that rest wait for: how many handlers are at work for them, and whether one waits for something from outside, such as a token.
    /// False when a run or a child is at work by itself, or was meanwhile.
    /// </summary>
    public bool TryRead(out int working, out bool isWaiting)
    {
        long mark = Mark;
        (working, isWaiting) = (Volatile.Read(ref _working), Volatile.Read(ref _waiting) != 0);
        return BusyCount.CountAt(mark) == 0 && Mark == mark;
    }

    /// <summary>Someone goes to work, or will be before this moment is over.</summary>
    public void Enter() => _busy.Begin();

    /// <summary>Someone rests.</summary>
    public void Leave()
    {
        if (_busy.End())
            quiet();
    }

    /// <summary>What a child that rests has outstanding; taken back with negative numbers.</summary>
    public void Count(int working, int waiting)
    {
        Interlocked.Add(ref _working, working);
        Interlocked.Add(ref _waiting, waiting);
    }
}

namespace Compiled.MapRuns;

/// <summary>
/// Holds a virtual clock that goes on by itself while a Map Run or one of its children can still do something at the present moment. The execution
/// at the root moves the clock; its children, and theirs, only say here that they rest.
/// </summary>
internal sealed class ClockGate(Action quiet)
{
    private int _busy, _working, _waiting;

    /// <summary>Whether a run or a child is at work by itself.</summary>
    public bool IsBusy => Volatile.Read(ref _busy) != 0;

    /// <summary>How many handlers are at work for children.</summary>
    public int Working => Volatile.Read(ref _working);

    /// <summary>Whether a child waits for something from outside, such as a token.</summary>
    public bool IsWaiting => Volatile.Read(ref _waiting) != 0;

    /// <summary>Someone goes to work, or will be before this moment is over.</summary>
    public void Enter() => Interlocked.Increment(ref _busy);

    /// <summary>Someone rests.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _busy) == 0)
            quiet();
    }

    /// <summary>What a child that rests has outstanding; taken back with negative numbers.</summary>
    public void Count(int working, int waiting)
    {
        Interlocked.Add(ref _working, working);
        Interlocked.Add(ref _waiting, waiting);
    }
}

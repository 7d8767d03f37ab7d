namespace Compiled.MapRuns;

/// <summary>
/// How many are at work, and a mark that tells whether anyone has begun or ended since. Work is handed from one count to another by beginning there before it
/// ends here; who reads two counts, one after the other, can miss it in both. He knows that nothing goes on when both are zero and, read again, have
/// the marks that they had.
/// </summary>
internal struct BusyCount
{
    // Those at work in the lower half, those that ever began in the upper.
    private const long Beginning = (1L << 32) + 1;

    private long _state;

    /// <summary>Changes with every beginning and every end.</summary>
    public readonly long Mark => Volatile.Read(in _state);

    /// <summary>How many are at work.</summary>
    public readonly int Count => CountAt(Mark);

    /// <summary>How many were at work at a mark.</summary>
    public static int CountAt(long mark) => (int)mark;

    public void Begin() => Interlocked.Add(ref _state, Beginning);

    /// <summary>True when nobody is at work any more.</summary>
    public bool End() => CountAt(Interlocked.Decrement(ref _state)) == 0;
}

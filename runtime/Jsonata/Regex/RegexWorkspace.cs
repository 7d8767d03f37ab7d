namespace Compiled.Jsonata;

/// <summary>What a matcher works with: slots, and what it may go back to. One a thread is kept.</summary>
internal sealed class RegexWorkspace
{
    // 4 million ways to go on: far more than a pattern needs for any text within AWS's limit of 262,144 bytes, and 64 MiB at most.
    private const int MostFrames = 1 << 22;
    private const int MostKept = 1 << 12;

    [ThreadStatic]
    private static RegexWorkspace? t_free;

    private RegexFrame[] _frames = new RegexFrame[32];
    private int[] _slots = new int[16];

    public int Top { get; private set; }

    public static RegexWorkspace Rent()
    {
        RegexWorkspace work = t_free ?? new RegexWorkspace();
        t_free = null;
        work.Top = 0;
        return work;
    }

    public void Return()
    {
        if (_frames.Length <= MostKept)
        {
            t_free = this;
        }
    }

    /// <summary>The slots, all empty.</summary>
    public int[] Slots(int count)
    {
        if (_slots.Length < count)
        {
            _slots = new int[count];
        }

        _slots.AsSpan(0, count).Fill(-1);
        Top = 0;
        return _slots;
    }

    /// <summary>Start and end of a group, 0 being the match; both negative if it took no part.</summary>
    public (int Start, int End) Group(int number) => (_slots[2 * number], _slots[(2 * number) + 1]);

    public void PushChoice(int at, int position) => Push(new RegexFrame(RegexFrameKind.Choice, at, position, 0));

    public void PushUndo(int slot, int value) => Push(new RegexFrame(RegexFrameKind.Undo, slot, value, 0));

    public void PushRun(int at, int position, int least) => Push(new RegexFrame(RegexFrameKind.Run, at, position, least));

    public void PushLazyRun(int at, int position, int left) => Push(new RegexFrame(RegexFrameKind.LazyRun, at, position, left));

    public void PushTurn(int at, int position) => Push(new RegexFrame(RegexFrameKind.Turn, at, position, 0));

    public RegexFrame Pop() => _frames[--Top];

    /// <summary>Drops the frames above the floor that lead back, and keeps those that undo.</summary>
    public void KeepUndoings(int floor)
    {
        int kept = floor;
        for (int i = floor; i < Top; i++)
        {
            if (_frames[i].Kind == RegexFrameKind.Undo)
            {
                _frames[kept++] = _frames[i];
            }
        }

        Top = kept;
    }

    private void Push(RegexFrame frame)
    {
        if (Top == _frames.Length)
        {
            if (Top == MostFrames)
            {
                throw JsonataError.TooLong();
            }

            Array.Resize(ref _frames, 2 * Top);
        }

        _frames[Top++] = frame;
    }
}

using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The children of a Parallel or inline Map state while they run.</summary>
internal sealed class Fan<THistory> where THistory : struct, IHistory
{
    // L-285: AWS runs at most 40 iterations of an inline Map at once.
    private const int InlineLimit = 40;

    private readonly JsonValue _input;
    private readonly int _limit;
    private ItemEnumerator _items;
    private Frame<THistory>? _free, _first, _last;
    private Queue<int>? _freedTips;
    private int _next, _live, _done;

    public Fan(Frame<THistory> parent, int state, in JsonValue items, int maxConcurrency)
        : this(parent, state, items.Count)
    {
        IsMap = true;
        _limit = maxConcurrency > 0 ? Math.Min(maxConcurrency, InlineLimit) : InlineLimit;
        _items = items.Items();
    }

    public Fan(Frame<THistory> parent, int state, int branches, in JsonValue input)
        : this(parent, state, branches)
    {
        _limit = branches;
        _input = input;
    }

    private Fan(Frame<THistory> parent, int state, int count)
        => (Parent, State, Count, Results) = (parent, state, count, count == 0 ? [] : new JsonValue[count]);

    public Frame<THistory> Parent { get; }

    public int State { get; }

    public int Count { get; }

    public bool IsMap { get; }

    public JsonValue[] Results { get; }

    public bool CanStart => _next < Count && _live < _limit && !IsOver;

    public bool IsDone => _done == Count;

    /// <summary>All children ended, or one failed.</summary>
    public bool IsOver { get; set; }

    // The stack of fans that can start a child.
    public Fan<THistory>? NextReady { get; set; }

    public bool IsReady { get; set; }

    /// <summary>The event that the parent's next event follows.</summary>
    public int LastTip { get; set; }

    public Frame<THistory>? First => _first;

    /// <summary>Takes the frame and the input of the next child; a fault when the input can't be made.</summary>
    public Frame<THistory>? Start(out JsonValue input, out int tip, ref Fault? fault)
    {
        int index = _next++;
        input = _input;
        JsonValue item = default;
        if (IsMap)
        {
            _items.MoveNext();
            item = _items.Current;
            input = Parent.InputOf(State, in item, index, ref fault);
        }

        // the first wave follows the start of the Map, later items the last event in the slot that they take over.
        tip = index < _limit || _freedTips is null || !_freedTips.TryDequeue(out int freed) ? Parent.Tip : freed;
        if (fault is not null)
        {
            // A redrive tries the item again.
            _next--;
            _items.StepBack();
            return null;
        }

        Frame<THistory> child = Take(index);
        child.Index = index;
        child.Item = item;
        child.Owner = this;
        Link(child);
        return child;
    }

    public void Complete(Frame<THistory> child)
    {
        Results[child.Index] = child.Data;
        _done++;
        if (THistory.IsOn && IsMap && _next < Count)
            (_freedTips ??= new Queue<int>()).Enqueue(child.Tip);
        Unlink(child);
        child.Data = child.Item = default;
        if (!IsMap)
            return;
        child.NextSibling = _free;
        _free = child;
    }

    public void Unlink(Frame<THistory> child)
    {
        _live--;
        if (child.PreviousSibling is { } previous)
            previous.NextSibling = child.NextSibling;
        else
            _first = child.NextSibling;
        if (child.NextSibling is { } next)
            next.PreviousSibling = child.PreviousSibling;
        else
            _last = child.PreviousSibling;
        child.NextSibling = child.PreviousSibling = null;
    }

    /// <summary>Opens a fan again that was over, or that its execution's end interrupted; what has no result is still to be done.</summary>
    public void Reopen(int tip)
    {
        IsOver = IsReady = false;
        NextReady = null;
        LastTip = tip;
        _freedTips = null;
    }

    private Frame<THistory> Take(int index)
    {
        if (_free is not { } child)
            return Parent.Child(State, IsMap ? 0 : index);
        _free = child.NextSibling;
        child.NextSibling = null;
        return child;
    }

    // Children stand in the order in which they started, which is the order in which they are aborted.
    private void Link(Frame<THistory> child)
    {
        _live++;
        child.PreviousSibling = _last;
        if (_last is null)
            _first = child;
        else
            _last.NextSibling = child;
        _last = child;
    }
}

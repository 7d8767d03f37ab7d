using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// The children of a Parallel or inline Map state that have no effect, while emitted code runs them one after the other in the frame of the
/// state's own flow. Without a history that cannot be told from frames of their own: events are counted as for those.
/// </summary>
/// <remarks>
/// <b>Promise</b>: <see cref="Fail"/>, <see cref="Refuse"/> and <see cref="Result"/> leave the frame in the state as it was; what they give
/// is missing when the execution has no events left, upon which the flow has to return <see cref="Next.Fail"/>.
/// </remarks>
public ref struct FanInPlace<THistory> where THistory : struct, IHistory
{
    private readonly Frame<THistory> _frame;
    private readonly JsonValue[] _results;
    private readonly StateVisit _visit;
    private readonly bool _isMap;
    private ItemEnumerator _items;
    private int _index;

    /// <summary>Begins with the items of a Map.</summary>
    public FanInPlace(Frame<THistory> frame, in JsonValue items)
        : this(frame, items.Count)
    {
        _isMap = true;
        _index = -1;
        _items = items.Items();
    }

    /// <summary>Begins with the branches of a Parallel.</summary>
    public FanInPlace(Frame<THistory> frame, int branches)
    {
        _frame = frame;
        _results = branches == 0 ? [] : new JsonValue[branches];
        _visit = new StateVisit(frame, frame.HoldsItem);
        Count();
    }

    /// <summary>The item.</summary>
    public readonly JsonValue Item => _items.Current;

    /// <summary>Its position.</summary>
    public readonly int Index => _index;

    /// <summary>Where the item's output goes.</summary>
    public readonly ref JsonValue Output => ref _results[_index];

    /// <summary>Where a branch's output goes.</summary>
    public readonly ref JsonValue OutputOf(int branch) => ref _results[branch];

    /// <summary>Goes to the next item; false behind the last, or when the execution has no events left.</summary>
    public bool MoveNext()
    {
        _index++;
        return !_frame.Run.Overflowed && _items.MoveNext();
    }

    /// <summary>Has the frame be in the Map's state again, as the <c>ItemSelector</c> sees it.</summary>
    public readonly void ReturnToState() => _frame.HoldsItem = _visit.Restore(_frame);

    /// <summary>Starts the item; <paramref name="readsContext"/>: something in it may read the context object.</summary>
    public readonly void Begin(bool readsContext)
    {
        Count();
        if (!readsContext)
            return;
        _frame.HoldsItem = true;
        _frame.Item = _items.Current;
        _frame.Index = _index;
    }

    /// <summary>Ends the item.</summary>
    public readonly void Complete() => Count();

    /// <summary>The array of what all children gave.</summary>
    public readonly JsonValue Result()
    {
        ReturnToState();
        Count();
        return _frame.Run.Overflowed ? default : JsonValue.ArrayOf(_results);
    }

    /// <summary>The error of the child that failed.</summary>
    public readonly JsonValue Fail()
    {
        if (_frame.Run.Overflowed)
            return default;
        Fault fault = _frame.Failure!;
        _frame.Failure = null;
        ReturnToState();
        _frame.FanFailed = true;
        if (_isMap)
            Count();
        return _frame.Run.Overflowed ? default : JsonValue.Failure(fault);
    }

    /// <summary>The error of an <c>ItemSelector</c> that can't be evaluated, which is the Map's own and not an item's.</summary>
    public readonly JsonValue Refuse(Fault fault) => JsonValue.Failure(fault);

    private readonly void Count()
    {
        ExecutionRun run = _frame.Run;
        if (run.Events < run.EventLimit)
            run.Events++;
        else
            run.Overflowed = true;
    }
}

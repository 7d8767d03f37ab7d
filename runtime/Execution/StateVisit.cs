using Compiled.Values;

namespace Compiled.Execution;

/// <summary>What a frame holds of the visit of its state, put aside while other states use the frame.</summary>
internal readonly struct StateVisit(Frame frame, bool holdsItem)
{
    private readonly int _state = frame.StateNumber, _entered = frame.EnteredId, _timed = frame.TimedId, _retries = frame.Retries, _index = frame.Index;
    private readonly long _ticks = frame.EnteredTicks;
    private readonly JsonValue _item = frame.Item;

    /// <summary>Puts it back; says whether the frame held an item of a Map that runs in place.</summary>
    public bool Restore(Frame frame)
    {
        frame.StateNumber = _state;
        frame.EnteredId = _entered;
        frame.TimedId = _timed;
        frame.Retries = _retries;
        frame.EnteredTicks = _ticks;
        frame.Index = _index;
        frame.Item = _item;
        return holdsItem;
    }
}

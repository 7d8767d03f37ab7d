using System.Runtime.CompilerServices;
using Compiled.Expressions;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Events, and the end.</summary>
public sealed partial class Execution<THistory>
{
    private static readonly Fault s_noError = new(null, null);

    /// <summary>Counts an event and records it when there is a history; gives its id, or the previous one's when none is left.</summary>
    internal int Record(HistoryEventType type, int previous, in JsonValue value, object? subject = null, object? more = null, int number = 0)
    {
        if (Events >= EventLimit)
        {
            Overflowed = true;
            return previous;
        }

        int id = ++Events;
        if (THistory.IsOn)
            Keep(id, type, previous, in value, subject, more, number);
        return id;
    }

    internal void Keep(int id, HistoryEventType type, int previous, in JsonValue value, object? subject = null, object? more = null, int number = 0)
        => _history.Add(new HistoryEvent(id, previous, type, Ticks, in value, subject, more, number));

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool Overflow()
    {
        Overflowed = true;
        return false;
    }

    private void RecordStart()
    {
        int id = ++Events;
        if (!THistory.IsOn)
            return;
        if (StartTicks == 0)
            StartTicks = ReadTicks();
        Keep(id, HistoryEventType.ExecutionStarted, 0, Input, RoleArn, Qualifier);
    }

    private Next Succeed()
    {
        Output = _root.Data;
        Status = ExecutionStatus.Succeeded;
        int id = ++Events;
        if (THistory.IsOn)
            Keep(id, HistoryEventType.ExecutionSucceeded, _root.Tip, Output);
        return Next.Succeed;
    }

    private Next End(ExecutionStatus status, Fault fault, HistoryEventType type, int previous)
    {
        Fault = fault;
        Status = status;
        int id = ++Events;
        if (THistory.IsOn)
            Keep(id, type, previous, JsonValue.Failure(fault));
        return Next.Fail;
    }

    // the last event that fits tells why.
    private Next EndOverflow(Frame<THistory> frame)
        => End(ExecutionStatus.Failed, Faults.HistoryLimit(), HistoryEventType.ExecutionFailed, frame.Tip);
}

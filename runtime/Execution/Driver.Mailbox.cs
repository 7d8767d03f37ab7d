using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// The mailbox: a stack of messages that any thread pushes to without a lock, and whose taker turns it round. While nobody pumps it
/// holds a mark, and who replaces the mark pumps.
/// </summary>
internal partial class Driver<THistory>
{
    private static readonly Message s_idle = new WakeMessage(), s_closed = new WakeMessage();

    private Message? _mailbox, _taken;

    public void Post(Message message, bool onPool)
    {
        for (; ; )
        {
            Message? head = Volatile.Read(ref _mailbox);
            if (ReferenceEquals(head, s_closed))
            {
                message.TryOpen(out _, out _);
                return;
            }

            bool isIdle = ReferenceEquals(head, s_idle);
            message.Next = isIdle ? null : head;
            if (!ReferenceEquals(Interlocked.CompareExchange(ref _mailbox, isIdle ? null : message, head), head))
                continue;
            if (!isIdle)
                return;
            _taken = message;
            GoOn();
            if (onPool)
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            else
                ((IThreadPoolWorkItem)this).Execute();
            return;
        }
    }

    // Handlers see the async locals of whoever started the execution, whichever thread goes on with it.
    void IThreadPoolWorkItem.Execute()
    {
        if (_context is null)
            Pump(Next.Idle, null);
        else
            ExecutionContext.Run(_context, static driver => ((Driver<THistory>)driver!).Pump(Next.Idle, null), this);
    }

    /// <summary>Takes the next message that has a signal; false when there is none, and the pump is left.</summary>
    private bool TryReceive(out Signal signal)
    {
        for (; ; )
        {
            if (_taken is null && !TryTake())
            {
                signal = default;
                return false;
            }

            Message message = _taken!;
            _taken = message.Next;
            if (!message.TryOpen(out SignalKind kind, out JsonValue value))
                continue;
            PendingEffect? pending = message.Pending;
            if (pending is not null && kind is SignalKind.Reply or SignalKind.TimedOut or SignalKind.Fired)
                End(pending);
            _observer?.Received(kind, pending, in value);
            signal = new Signal(kind, pending?.Effect ?? 0, in value, Ticks());
            return true;
        }
    }

    private bool TryTake()
    {
        for (; ; )
        {
            Message? newest = Interlocked.Exchange(ref _mailbox, null);
            while (newest is not null)
            {
                Message message = newest;
                newest = message.Next;
                message.Next = _taken;
                _taken = message;
            }

            if (_taken is not null)
                return true;
            if (TryMoveClock())
                continue;
            CountOutstanding();
            if (Interlocked.CompareExchange(ref _mailbox, s_idle, null) is null)
            {
                Rest();
                return false;
            }

            UncountOutstanding();
        }
    }

    /// <summary>Moves a virtual clock to its next timer when no handler is at work.</summary>
    private bool TryMoveClock()
    {
        if (_clock is null || _clock.IsHeld)
            return false;
        (int working, int waiting) = Outstanding(_pending);
        bool waitsForOthers = waiting > 0;
        if (_gate is { } gate)
        {
            if (!gate.TryRead(out int childrenWorking, out bool areChildrenWaiting))
                return false;
            working += childrenWorking;
            waitsForOthers |= areChildrenWaiting;
        }

        return working <= _clock.Sleepers && _clock.AdvanceToNextTimer(alsoToLimits: !waitsForOthers);
    }

    private void Wake() => Post(new WakeMessage(), onPool: true);

    private void CloseMailbox()
    {
        Message? left = Interlocked.Exchange(ref _mailbox, s_closed);
        for (; left is not null; left = left.Next)
            left.TryOpen(out _, out _);
    }
}

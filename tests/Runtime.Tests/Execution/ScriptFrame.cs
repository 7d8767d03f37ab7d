using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>Does with a script what emitted code does with jumps: the same calls of the kernel in the same order.</summary>
internal sealed class ScriptFrame<THistory>(Execution<THistory> execution, Frame<THistory>? parent, Script script, ScriptState[] flow)
    : Frame<THistory>(execution, parent) where THistory : struct, IHistory
{
    private readonly int[] _attempts = new int[8];
    private int _loops;

    protected override int StartPosition => EntryOf(0);

    public override Next Advance(in Signal signal)
    {
        int index = Array.FindIndex(flow, each => script.NumberOf(each) == Position / 2);
        // A redrive comes to a position in a state, and has its work done again.
        bool signalled = (Position & 1) == 1, redriven = signalled && signal.Kind == SignalKind.Redrive;
        Signal current = signal;
        int fuel = 100;
        for (; ; )
        {
            ScriptState state = flow[index];
            if (!signalled && --fuel == 0)
            {
                Position = EntryOf(index);
                return Next.Checkpoint;
            }

            if (!signalled && !Enter(script.NumberOf(state), Data))
                return Next.Fail;
            if (!signalled)
                Array.Clear(_attempts);
            Next? stop = redriven ? Work(state, index, ref index)
                : signalled && current.Kind != SignalKind.Fired || signalled && state.Type == StateType.Wait
                ? Signalled(state, in current, ref index)
                : Work(state, index, ref index);
            if (stop is { } next)
                return next;
            signalled = redriven = false;
        }
    }

    protected override Frame<THistory> NewChild(int state, int branch) => new ScriptFrame<THistory>(Execution, this, script, Find(state).Flows[branch]);

    protected override JsonValue ItemInput(int state, JsonValue item, int index, ref Fault? fault)
    {
        ScriptState map = Find(state);
        fault = map.ItemFault?.Invoke(item, index);
        return map.PassesContext ? Context(item, index) : item;
    }

    protected override void ResetRetries() => Array.Clear(_attempts);

    private int EntryOf(int index) => 2 * script.NumberOf(flow[index]);

    private ScriptState Find(int number) => flow.Single(state => script.NumberOf(state) == number);

    private Next? Work(ScriptState state, int index, ref int next)
    {
        Position = EntryOf(index) + 1;
        switch (state.Type)
        {
            case StateType.Task:
                return Call(script.NumberOf(state), state.PassesContext ? Context() : Data, state.Timeout, state.Heartbeat, state.Credentials);
            case StateType.Wait:
                if (state.Until is { } until ? StartWaitUntil(until) : StartWait(state.Seconds))
                    return Next.Wait;
                return Leave(state, Data, ref next);
            case StateType.Parallel:
                return StartParallel(script.NumberOf(state), state.Flows.Length, Data);
            case StateType.Map:
                Input = Data;
                return StartMap(script.NumberOf(state), Data, state.MaxConcurrency);
            case StateType.Fail:
                return FailState(state.Error, state.Cause);
            case StateType.Choice:
                if (state.Raises is { } missing)
                    return Fail(missing);
                Leave(Data);
                next = ++_loops < state.Loop ? 0 : IndexOf(state.Next!);
                return null;
            default:
                if (state.Raises is { } fault)
                    return Handle(state, fault, ref next);
                return Leave(state, state.PassesContext ? Context() : state.Result.IsMissing ? Data : state.Result, ref next);
        }
    }

    private Next? Signalled(ScriptState state, in Signal signal, ref int next)
        => signal.Value.AsFault is { } fault ? Handle(state, fault, ref next)
            : Leave(state, signal.Kind == SignalKind.Fired ? Data : signal.Value, ref next);

    private Next? Handle(ScriptState state, Fault fault, ref int next)
    {
        if (fault.Error == "States.QueryEvaluationError" && fault.StateName is null)
            fault = EvaluationFailed(fault);
        for (int i = 0; i < state.Retry.Length; i++)
        {
            ScriptRetrier retrier = state.Retry[i];
            if (!Matches(retrier.Error, fault.Error))
                continue;
            if (_attempts[i] < retrier.Attempts)
                return Retry(_attempts[i]++, retrier.Interval, retrier.Backoff, retrier.MaxDelay, retrier.Jitter);
            break;
        }

        if (state.Catch.FirstOrDefault(catcher => Matches(catcher.Error, fault.Error)) is not { } found)
            return Fail(fault);
        Data = Caught(fault);
        LeaveCaught(Data);
        next = IndexOf(found.Next);
        return null;
    }

    private Next? Leave(ScriptState state, JsonValue output, ref int next)
    {
        ShowAssigned(state.Assign);
        if (!Exit(output))
            return Next.Fail;
        Data = output;
        if (state.Next is null)
            return Next.Succeed;
        next = IndexOf(state.Next);
        return null;
    }

    private int IndexOf(string name) => Array.FindIndex(flow, state => state.Name == name);

    private static bool Matches(string pattern, string? error) => error switch
    {
        "States.Runtime" => false,
        _ when pattern == "States.ALL" => true,
        _ when pattern == "States.TaskFailed" => error is not ("States.Timeout" or "States.HeartbeatTimeout"),
        "States.HeartbeatTimeout" when pattern == "States.Timeout" => true,
        _ => pattern == error,
    };
}

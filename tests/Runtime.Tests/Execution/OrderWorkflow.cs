using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>A small workflow written as the generator emits one: Task with Retry and Catch, Choice, loop.</summary>
internal sealed class OrderWorkflow(Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> price) : Workflow
{
    public static readonly MachineInfo Definition = new("Order", "{}", MachineType.Express, timeoutSeconds: null,
    [
        new StateInfo("Price", StateType.Task) { Resource = "arn:aws:lambda:us-east-1:1:function:price", ResourceKind = ResourceKind.Lambda },
        new StateInfo("Enough", StateType.Choice),
        new StateInfo("Done", StateType.Succeed),
    ]);

    public override MachineInfo Machine => Definition;

    protected override Frame<NoHistory> NewRoot(Execution<NoHistory> execution) => new MainFrame<NoHistory>(execution, null);

    protected override Frame<RecordedHistory> NewRoot(Execution<RecordedHistory> execution) => new MainFrame<RecordedHistory>(execution, null);

    protected override ValueTask<JsonValue> PerformAsync(int state, JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => price(arguments, context, cancellationToken);

    protected override string? ErrorName(Exception exception) => exception is TimeoutException ? "Too.Slow" : null;

    private sealed class MainFrame<THistory>(Execution<THistory> execution, Frame<THistory>? parent) : Frame<THistory>(execution, parent)
        where THistory : struct, IHistory
    {
        private int _retry0;

        protected override int StartPosition => 0;

        public override Next Advance(in Signal signal)
        {
            JsonValue data = Data, result;
            int fuel = 1024;
            switch (Position)
            {
                case 0: goto Price;
                case 1: goto Price_Signalled;
                default: return LostPosition();
            }

        Price:
            if (--fuel == 0)
            {
                Data = data;
                Position = 0;
                return Next.Checkpoint;
            }

            if (!Enter(0, data))
                return Next.Fail;
            _retry0 = 0;
        Price_Attempt:
            Data = data;
            Position = 1;
            return Call(0, data, timeoutSeconds: 0, heartbeatSeconds: 0, credentials: default);
        Price_Signalled:
            if (signal.Kind == SignalKind.Fired)
                goto Price_Attempt;
            result = signal.Value;
            if (result.AsFault is { } fault)
            {
                if (fault.Error is "Too.Slow" && _retry0 < 3)
                    return Retry(_retry0++, intervalSeconds: 1, backoffRate: 2, maxDelaySeconds: 0, fullJitter: false);
                return Fail(fault);
            }

            data = result;
            if (!Exit(data) || !Enter(1, data))
                return Next.Fail;
            Leave(data);
            if (data.AsDouble() < 1000)
                goto Price;
            if (!Enter(2, data) || !Exit(data))
                return Next.Fail;
            Data = data;
            return Next.Succeed;
        }
    }
}

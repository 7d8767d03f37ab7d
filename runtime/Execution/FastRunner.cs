using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Runs executions by their machine's fast path, and by frames from where that ends.</summary>
internal static class FastRunner
{
    /// <summary>Whether nobody looks on: a path tells no history, no logs, traces or meters, and calls handlers on the caller's own stack.</summary>
    public static bool MayRun(ExecutionOptions options, CancellationToken cancellationToken)
        => options.Logger is null && !Telemetry.IsOn && SynchronizationContext.Current is null && !cancellationToken.IsCancellationRequested;

    public static ValueTask<ExecutionResult> Run(Workflow workflow, in JsonValue input, ExecutionOptions options, CancellationToken cancellationToken)
    {
        FastPath path = new(workflow, in input, options, cancellationToken);
        JsonValue output = workflow.TakeFastPath(ref path, in input);
        if (!output.IsMissing)
        {
            path.Return();
            return ValueTask.FromResult(new ExecutionResult(workflow.Machine, options, path.Run, in output, path.Events));
        }

        return path.Calls == 0
            ? Runner<NoHistory>.Run(workflow, in input, default, null, options, null, cancellationToken)
            : GoOn(workflow, in input, ref path, options, cancellationToken);
    }

    private static ValueTask<ExecutionResult> GoOn(Workflow workflow, in JsonValue input, ref FastPath path, ExecutionOptions options, CancellationToken cancellationToken)
    {
        Execution<NoHistory> execution = new(workflow, in input, 0, options, default);
        Frame<NoHistory> frame = execution.GoOn(in path);
        ValueTask<JsonValue> reply = path.Reply;
        if (!reply.IsCompleted)
            return new Driver<NoHistory>(workflow, execution, options, null, null, null, null, cancellationToken).Start(frame, in reply, path.Source!);
        Signal signal = Runner<NoHistory>.Replied(workflow, frame, in reply, options, cancellationToken);
        return Runner<NoHistory>.Run(workflow, execution, signal, null, options, null, path.Source, null, cancellationToken);
    }
}

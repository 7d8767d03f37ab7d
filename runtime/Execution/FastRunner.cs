using System.Buffers;
using System.Runtime.CompilerServices;
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
        FastPath path = new(workflow, input, options, cancellationToken);
        return Run(workflow, ref path, options, cancellationToken);
    }

    /// <summary>Runs from text of which only what the machine reads is kept; unusual text is read whole.</summary>
    public static ValueTask<ExecutionResult> Run(
        Workflow workflow, ReadOnlySpan<byte> text, Projection projection, ExecutionOptions options, CancellationToken cancellationToken)
    {
        Span<int> parts = stackalloc int[Projection.MostParts];
        parts = parts[..projection.Count];
        ThreadMemory memory = ThreadMemory.Current;
        if (!Tokenizer.TryReadParts(text, projection, parts, null, memory, out PartsRead read))
            return Run(workflow, JsonValue.Parse(text), options, cancellationToken);
        FastPath path = new(workflow, text, parts, read, null, memory, options, cancellationToken);
        return Run(workflow, ref path, options, cancellationToken);
    }

    /// <summary>
    /// Runs from text, and writes the output where the path leads to it. False where it doesn't: then the execution goes on, and whoever awaits its result writes.
    /// </summary>
    // Where the parts are is written before it is read.
    [SkipLocalsInit]
    public static bool TryWrite(
        Workflow workflow, ReadOnlySpan<byte> text, Projection? projection, IBufferWriter<byte> output, ExecutionOptions options, CancellationToken cancellationToken,
        out ValueTask<ExecutionResult> running)
    {
        if (projection is null)
            return TryWriteWhole(workflow, text, output, options, cancellationToken, out running);
        Span<int> parts = stackalloc int[Projection.MostParts];
        parts = parts[..projection.Count];
        ThreadMemory memory = ThreadMemory.Current;
        Scratch? scratch = Scratch.RentFor(text, projection, memory);
        if (Tokenizer.TryReadParts(text, projection, parts, scratch, memory, out PartsRead read))
        {
            FastPath path = new(workflow, text, parts, read, scratch, memory, options, cancellationToken, isWriting: true);
            return TryWrite(workflow, ref path, output, options, cancellationToken, out running);
        }

        scratch?.Return(memory);
        return TryWriteWhole(workflow, text, output, options, cancellationToken, out running);
    }

    // Apart, so that its path needs no room, which is cleared, where the input is read in parts.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryWriteWhole(
        Workflow workflow, ReadOnlySpan<byte> text, IBufferWriter<byte> output, ExecutionOptions options, CancellationToken cancellationToken,
        out ValueTask<ExecutionResult> running)
    {
        FastPath path = new(workflow, JsonValue.Parse(text), options, cancellationToken, isWriting: true);
        return TryWrite(workflow, ref path, output, options, cancellationToken, out running);
    }

    /// <summary>Runs from an input that was read before, of an execution that has options of its own when somebody asks.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="input">The input.</param>
    /// <param name="wantsText">Whether the output is wanted as text, where the path leads to it; <see cref="ExecutionResult.HandOver"/> says where it is to be.</param>
    /// <param name="options">How the execution runs but for its name and seed.</param>
    /// <param name="own">Has its own.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    public static ValueTask<ExecutionResult> Run(
        Workflow workflow, in ReadInput input, bool wantsText, ExecutionOptions options, IOwnOptions own, CancellationToken cancellationToken)
    {
        FastPath path = input.IsInParts
            ? new(workflow, input.Text, input.Parts, input.Read, input.Scratch, ThreadMemory.Current, options, cancellationToken, wantsText, own)
            : new(workflow, input.Whole(), options, cancellationToken, wantsText, own);
        JsonValue output = workflow.TakeFastPath(ref path, path.IsProjected ? default : path.Input());
        if (output.IsMissing)
            return LeavePath(workflow, ref path, own.Options, cancellationToken);
        if (path.IsBorrowed && !path.HasWritten)
            path.Output().Value(output);
        path.Return();
        return ValueTask.FromResult(path.WrittenText is { } text
            ? new ExecutionResult(workflow.Machine, own, path.Run, text, path.Events)
            : new ExecutionResult(workflow.Machine, own, path.Run, in output, path.Events));
    }

    private static bool TryWrite(
        Workflow workflow, scoped ref FastPath path, IBufferWriter<byte> output, ExecutionOptions options, CancellationToken cancellationToken,
        out ValueTask<ExecutionResult> running)
    {
        JsonValue made = workflow.TakeFastPath(ref path, path.IsProjected ? default : path.Input());
        running = default;
        if (made.IsMissing)
        {
            running = LeavePath(workflow, ref path, options, cancellationToken);
            return false;
        }

        if (!path.HasWritten)
            path.Output().Value(made);
        path.Return();
        path.WriteTo(output);
        return true;
    }

    private static ValueTask<ExecutionResult> Run(Workflow workflow, scoped ref FastPath path, ExecutionOptions options, CancellationToken cancellationToken)
    {
        JsonValue output = workflow.TakeFastPath(ref path, path.IsProjected ? default : path.Input());
        if (!output.IsMissing)
        {
            path.Return();
            return ValueTask.FromResult(new ExecutionResult(workflow.Machine, options, path.Run, in output, path.Events));
        }

        return LeavePath(workflow, ref path, options, cancellationToken);
    }

    private static ValueTask<ExecutionResult> LeavePath(Workflow workflow, scoped ref FastPath path, ExecutionOptions options, CancellationToken cancellationToken)
    {
        JsonValue input = path.Input();
        path.Own();
        return !path.HasCalled
            ? Runner<NoHistory>.Run(workflow, in input, default, null, options, null, cancellationToken)
            : GoOn(workflow, in input, ref path, options, cancellationToken);
    }

    /// <summary>Goes on with frames from the last call of a path whose input is whole.</summary>
    public static ValueTask<ExecutionResult> GoOn(Workflow workflow, scoped ref FastPath path, ExecutionOptions options, CancellationToken cancellationToken)
    {
        JsonValue input = path.Input();
        return GoOn(workflow, in input, ref path, options, cancellationToken);
    }

    private static ValueTask<ExecutionResult> GoOn(
        Workflow workflow, in JsonValue input, scoped ref FastPath path, ExecutionOptions options, CancellationToken cancellationToken)
    {
        Execution<NoHistory> execution = new(workflow, in input, 0, options, default);
        Frame<NoHistory> frame = execution.GoOn(in path);
        ValueTask<JsonValue> reply = path.Reply;
        if (!reply.IsCompleted)
        {
            // The handler that took no token can't be told, but the attempt that is over is.
            CancellationTokenSource source = path.Source ?? new CancellationTokenSource();
            return new Driver<NoHistory>(workflow, execution, options, null, null, null, null, cancellationToken).Start(frame, in reply, source);
        }

        Signal signal = Runner<NoHistory>.Replied(workflow, frame, in reply, options, cancellationToken);
        return Runner<NoHistory>.Run(workflow, execution, signal, null, options, null, path.Source, null, cancellationToken);
    }
}

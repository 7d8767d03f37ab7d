using System.Buffers;
using Compiled.Execution;
using Compiled.Values;

namespace Compiled;

/// <content>From bytes to bytes.</content>
public abstract partial class Workflow
{
    private LastPath _lastPath;

    /// <summary>
    /// Runs an execution and writes its output as compact JSON: the way of the least work and memory. <see cref="WorkflowFailedException"/> when it ends otherwise than with
    /// success, <see cref="OperationCanceledException"/> when the token stopped it, <see cref="System.Text.Json.JsonException"/> when the input isn't JSON.
    /// </summary>
    /// <param name="utf8Json">The input, any JSON value. It is read before anything is awaited, so that its memory may be used again when this has returned.</param>
    /// <param name="output">Gets the output, whole and only when the execution succeeded; nobody else may write to it meanwhile.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    public ValueTask RunAsync(ReadOnlyMemory<byte> utf8Json, IBufferWriter<byte> output, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        options ??= DefaultOptions;
        if (!HasFastPath || KeepsHistory(options) || !FastRunner.MayRun(options, cancellationToken))
            return WriteAsync(ExecuteAsync(utf8Json, options, cancellationToken), output, cancellationToken);
        bool isWritten = FastRunner.TryWrite(this, utf8Json.Span, _lastPath.Expect(InputProjection), output, options, cancellationToken, out ValueTask<ExecutionResult> running);
        _lastPath.Note(isLeft: !isWritten);
        return isWritten ? default : WriteAsync(running, output, cancellationToken);
    }

    private static ValueTask WriteAsync(ValueTask<ExecutionResult> running, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        if (!running.IsCompletedSuccessfully)
            return AwaitAsync(running, output, cancellationToken);
        ExecutionResult result = running.Result;
        if (result.Status != ExecutionStatus.Succeeded)
            return AwaitAsync(ValueTask.FromResult(result), output, cancellationToken);
        Write(result.Output, output);
        return default;
    }

    private static async ValueTask AwaitAsync(ValueTask<ExecutionResult> running, IBufferWriter<byte> output, CancellationToken cancellationToken)
    {
        ExecutionResult result = await running.ConfigureAwait(false);
        if (result.Status == ExecutionStatus.Aborted)
            cancellationToken.ThrowIfCancellationRequested();
        Write(result.EnsureSucceeded(), output);
    }

    internal static void Write(JsonValue value, IBufferWriter<byte> output)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.Value(value);
        output.Write(buffer.Written);
        buffer.Return();
    }
}

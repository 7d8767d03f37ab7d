using System.Buffers;
using System.Text;
using Compiled.Compilation;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>An execution of a definition that has a fast path, run with a history and without: both end alike, and ask their handlers alike.</summary>
/// <param name="End">The output as compact JSON; otherwise the status, the error and the cause.</param>
/// <param name="FastCalls">The states whose tasks the run without a history called from its path, in their order.</param>
/// <param name="FrameCalls">Those that it called from frames, after it left the path.</param>
internal sealed record FastRun(string End, string FastCalls, string FrameCalls)
{
    private static readonly AsyncLocal<TaskCompletionSource> s_left = new();

    private const string Task = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:f\"";

    /// <summary>
    /// For a handler whose reply comes late: over when the call that started the execution has returned, so that the path was left at the first reply that waits for it. (Another thread
    /// may go on from <c>Task.Yield</c> before the path looks for the reply.)
    /// </summary>
    public static Task PathIsLeft => s_left.Value!.Task;

    /// <summary>Runs a definition of these <c>States</c>, of which <c>A</c> is the first, in every way that it can be run without a history, and with one.</summary>
    /// <param name="states">The states; <c>«Task»</c> stands for the type and resource of a task.</param>
    /// <param name="input">The input.</param>
    /// <param name="task">Answers a task by its state's name and its arguments; gives back the arguments where there is none.</param>
    /// <param name="stop">What stops the execution; asked for anew for each run.</param>
    /// <param name="isJsonata">Whether the definition is in JSONata.</param>
    public static async Task<FastRun> Of(
        string states, string input, Func<string, JsonValue, ValueTask<JsonValue>>? task = null, Func<CancellationTokenSource>? stop = null, bool isJsonata = false)
    {
        string text = (isJsonata ? "{\"QueryLanguage\":\"JSONata\"," : "{") + "\"StartAt\":\"A\",\"States\":{" + states.Replace("«Task»", Task, StringComparison.Ordinal) + "}}";
        CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource(text, "test") { HasFastPath = true });
        Assert.True(compiled.IsRunnable, string.Join('\n', compiled.Faults) + string.Join('\n', compiled.Messages));
        Assert.Empty(compiled.Messages);
        Assert.Contains("RunFastPath(", compiled.Code, StringComparison.Ordinal);

        // Under a test's own synchronization context no path is taken.
        return await System.Threading.Tasks.Task.Run(async () =>
        {
            (FastRun Run, string Seen) recorded = await RunAsync(compiled, input, task, stop, keepsHistory: true, isText: false);
            (FastRun Run, string Seen) value = await RunAsync(compiled, input, task, stop, keepsHistory: false, isText: false);
            (FastRun Run, string Seen) read = await RunAsync(compiled, input, task, stop, keepsHistory: false, isText: true);
            Assert.Equal("", recorded.Run.FastCalls);
            Assert.Equal(recorded.Seen, value.Seen);
            Assert.Equal(recorded.Seen, read.Seen);
            Assert.Equal(value.Run, read.Run);
            Assert.Equal(value.Run, await WriteAsync(compiled, input, task, stop));
            return value.Run;
        });
    }

    private static async Task<(FastRun Run, string Seen)> RunAsync(
        CompiledDefinition compiled, string input, Func<string, JsonValue, ValueTask<JsonValue>>? task, Func<CancellationTokenSource>? stop, bool keepsHistory, bool isText)
    {
        Handler handler = new(task ?? ((_, arguments) => new(arguments)));
        using CancellationTokenSource? source = stop?.Invoke();
        ExecutionOptions options = Options(keepsHistory);
        CancellationToken token = source?.Token ?? default;
        Workflow workflow = compiled.Create(handler);
        TaskCompletionSource left = s_left.Value = new(TaskCreationOptions.RunContinuationsAsynchronously);
        ValueTask<ExecutionResult> running = isText ? workflow.ExecuteAsync(input, options, token) : workflow.ExecuteAsync(JsonValue.Parse(input), options, token);
        left.SetResult();
        ExecutionResult result = await running;
        string end = result.Status == ExecutionStatus.Succeeded ? result.Output.ToString() : $"{result.Status} {result.Error}: {result.Cause}";
        return (new FastRun(end, string.Join(' ', handler.Fast), string.Join(' ', handler.Frames)), $"{end} {result.EventCount} events\n{string.Join('\n', handler.Calls)}");
    }

    private static async Task<FastRun> WriteAsync(
        CompiledDefinition compiled, string input, Func<string, JsonValue, ValueTask<JsonValue>>? task, Func<CancellationTokenSource>? stop)
    {
        Handler handler = new(task ?? ((_, arguments) => new(arguments)));
        using CancellationTokenSource? source = stop?.Invoke();
        ArrayBufferWriter<byte> output = new();
        string failure = "";
        try
        {
            TaskCompletionSource left = s_left.Value = new(TaskCreationOptions.RunContinuationsAsynchronously);
            ValueTask running = compiled.Create(handler).RunAsync(Encoding.UTF8.GetBytes(input), output, Options(keepsHistory: false), source?.Token ?? default);
            left.SetResult();
            await running;
        }
        catch (WorkflowFailedException failed)
        {
            failure = $"{failed.Status} {failed.Error}: {failed.Cause}";
        }
        catch (OperationCanceledException)
        {
            failure = "Aborted : ";
        }
        return new FastRun(failure + Encoding.UTF8.GetString(output.WrittenSpan), string.Join(' ', handler.Fast), string.Join(' ', handler.Frames));
    }

    private static ExecutionOptions Options(bool keepsHistory) =>
        new() { RecordHistory = keepsHistory, Seed = 1, TimeProvider = new VirtualTimeProvider(DateTimeOffset.UnixEpoch) { AutoAdvance = true } };

    private sealed class Handler(Func<string, JsonValue, ValueTask<JsonValue>> task) : ITaskHandler
    {
        private static readonly string[] s_path = ["__Fast.Run(", ".RunFastPath(", ".TakeFastPath("];

        public List<string> Calls { get; } = [];

        public List<string> Fast { get; } = [];

        public List<string> Frames { get; } = [];

        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        {
            Calls.Add($"{context.StateName} {context.Attempt} {context.IdempotencyKey} {input}");
            // A short path may stand inside the method that calls it.
            string stack = Environment.StackTrace;
            bool isFast = s_path.Any(method => stack.Contains(method, StringComparison.Ordinal));
            (isFast ? Fast : Frames).Add(context.StateName);
            return task(context.StateName, input);
        }
    }
}

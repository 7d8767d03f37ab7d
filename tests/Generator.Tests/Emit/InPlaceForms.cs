using System.Text;
using Compiled.Compilation;
using Compiled.Testing;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Runs a definition with a history, where every branch and item has a frame, and without one, where those without an effect run in place; once more
/// in a machine with a fast path, which is left for them.
/// </summary>
internal sealed class InPlaceForms(CompiledDefinition slow, CompiledDefinition fast)
{
    private const string EchoTask = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:eu-north-1:123456789012:function:Echo\"";

    /// <summary>
    /// Compiles definitions of these <c>States</c>, the first of which is named <c>S</c>, at once, which costs far less than one by one. In them
    /// <c>«Task»</c> stands for the type and resource of a task that gives back its arguments.
    /// </summary>
    public static IReadOnlyList<InPlaceForms> Compile(IReadOnlyList<string> states)
    {
        IReadOnlyList<CompiledDefinition> compiled = DefinitionCompiler.CompileAll([.. states.SelectMany((written, i) => new DefinitionSource[]
        {
            new(Definition(written), "Slow" + i) { HasFastPath = false },
            new(Definition(written), "Fast" + i) { HasFastPath = true },
        })]);
        Assert.All(compiled, definition => Assert.True(definition.IsRunnable, string.Join('\n', definition.Faults)));
        Assert.All(compiled, definition => Assert.Empty(definition.Messages));
        return [.. compiled.Chunk(2).Select(pair => new InPlaceForms(pair[0], pair[1]))];
    }

    /// <summary>The emitted code without a fast path.</summary>
    public string Code => slow.Code;

    /// <summary>Runs in every way, with the same number of events; gives the output, or error and cause.</summary>
    public async Task<string> EndAsync(string input)
    {
        string recorded = await RunAsync(slow, input, isRecorded: true);
        Assert.Equal(recorded, await RunAsync(slow, input, isRecorded: false));
        Assert.Equal(recorded, await RunAsync(fast, input, isRecorded: false));
        return recorded[(recorded.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    private static string Definition(string states) => "{\"StartAt\":\"S\",\"States\":{" + states.Replace("«Task»", EchoTask, StringComparison.Ordinal) + "}}";

    private static async Task<string> RunAsync(CompiledDefinition definition, string input, bool isRecorded)
    {
        ExecutionOptions options = new()
        {
            RecordHistory = isRecorded,
            Seed = 1,
            Name = "run",
            StateMachineName = "machine",
            TimeProvider = new VirtualTimeProvider(DateTimeOffset.UnixEpoch) { AutoAdvance = true },
        };
        // No fast path is taken under a synchronization context, as xunit has one.
        ExecutionResult result = await Task.Run(() => definition.Create(new Echo()).ExecuteAsync((ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(input), options).AsTask());
        Assert.Equal(isRecorded ? result.EventCount : 0, result.History?.Count ?? 0);
        return $"{result.EventCount} {(result.Status == ExecutionStatus.Succeeded ? result.Output.ToString() : $"{result.Error}: {result.Cause}")}";
    }

    private sealed class Echo : ITaskHandler
    {
        public ValueTask<Values.JsonValue> HandleAsync(Values.JsonValue input, TaskContext context, CancellationToken cancellationToken) => new(input);
    }
}

using Compiled.Compilation;
using Compiled.Testing;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Runs definitions with a history, where every branch and item has a frame, and without one, where those without an effect run in place.
/// </summary>
internal static class InPlaceForms
{
    private const string Task = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:eu-north-1:123456789012:function:Echo\"";

    /// <summary>
    /// Compiles definitions of these <c>States</c>, the first of which is named <c>S</c>, at once, which costs far less than one by one. In them
    /// <c>«Task»</c> stands for the type and resource of a task that gives back its arguments.
    /// </summary>
    public static IReadOnlyList<CompiledDefinition> Compile(IReadOnlyList<string> states)
    {
        IReadOnlyList<CompiledDefinition> compiled = DefinitionCompiler.CompileAll(
            [.. states.Select((written, i) => new DefinitionSource(Definition(written), "Machine" + i))]);
        Assert.All(compiled, definition => Assert.True(definition.IsRunnable, string.Join('\n', definition.Faults)));
        Assert.All(compiled, definition => Assert.Empty(definition.Messages));
        return compiled;
    }

    /// <summary>Runs in both ways, with the same number of events; gives the output, or error and cause.</summary>
    public static async Task<string> EndAsync(CompiledDefinition definition, string input)
    {
        string recorded = await RunAsync(definition, input, isRecorded: true), inPlace = await RunAsync(definition, input, isRecorded: false);
        Assert.Equal(recorded, inPlace);
        return inPlace[(inPlace.IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    private static string Definition(string states) => "{\"StartAt\":\"S\",\"States\":{" + states.Replace("«Task»", Task, StringComparison.Ordinal) + "}}";

    private static async Task<string> RunAsync(CompiledDefinition definition, string input, bool isRecorded)
    {
        ExecutionResult result = await definition.Create(new Echo()).ExecuteAsync(input, new ExecutionOptions
        {
            RecordHistory = isRecorded,
            Seed = 1,
            Name = "run",
            StateMachineName = "machine",
            TimeProvider = new VirtualTimeProvider(DateTimeOffset.UnixEpoch) { AutoAdvance = true },
        });
        Assert.Equal(isRecorded ? result.EventCount : 0, result.History?.Count ?? 0);
        return $"{result.EventCount} {(result.Status == ExecutionStatus.Succeeded ? result.Output.ToString() : $"{result.Error}: {result.Cause}")}";
    }

    private sealed class Echo : ITaskHandler
    {
        public ValueTask<Values.JsonValue> HandleAsync(Values.JsonValue input, TaskContext context, CancellationToken cancellationToken) => new(input);
    }
}

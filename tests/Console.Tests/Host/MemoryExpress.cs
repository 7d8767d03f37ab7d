using System.Buffers;
using System.Text.Json;
using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.History;
using Compiled.Tasks;
using Compiled.Values;
using Compiled.WebConsole;

namespace Console.Tests.Host;

/// <summary>The Express executions of a test, as a host would keep them.</summary>
internal sealed class MemoryExpress(ITaskHandler handlers) : IConsoleExpress
{
    private readonly List<ConsoleExpressExecution> _executions = [];

    public string Keeping => "The last ones of this test are kept.";

    public IReadOnlyList<ExecutionSummary> List() => [.. _executions.Select(static execution => execution.Summary).Reverse()];

    public ConsoleExpressExecution? Find(string executionArn) => _executions.Find(execution => execution.Summary.ExecutionArn == executionArn);

    /// <summary>Runs an execution to its end and keeps those of its events that a log would have.</summary>
    public async Task<string> RunAsync(string name, string definition, string input = "{}", string level = "ALL", Predicate<HistoryEvent>? isLogged = null)
    {
        InMemoryHistory history = new();
        string machine = "arn:aws:states:us-east-1:123456789012:stateMachine:" + name, arn = $"arn:aws:states:us-east-1:123456789012:express:{name}:run-{_executions.Count}:7d1c";
        Workflow workflow = DefinitionCompiler.Compile(new DefinitionSource(definition, name, Compiled.Language.Binding.MachineType.Express)).Create();
        ExecutionResult result = await workflow.ExecuteAsync(
            JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes(input)), new ExecutionOptions { History = history, TaskHandlers = handlers, ExecutionArn = arn, StateMachineArn = machine, Name = "run" });
        HistoryEvent[] all = [.. history], logged = [.. all.Where(recorded => isLogged?.Invoke(recorded) ?? true)];
        _executions.Add(new ConsoleExpressExecution
        {
            Summary = new ExecutionSummary(arn, machine, $"run-{_executions.Count}", result.Status, all[0].Timestamp, all[^1].Timestamp, 0, null),
            Definition = definition,
            LogLevel = level,
            IncludesData = true,
            EventCount = all.Length,
            Events = [.. logged.Select(static recorded => Text(recorded))],
            Outlines = [.. logged.Select(static recorded => EventOutline.Of(in recorded))],
            Error = result.Error,
            Cause = result.Cause,
        });
        return arn;
    }

    private static ReadOnlyMemory<byte> Text(HistoryEvent recorded)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json))
            recorded.WriteTo(writer);
        return json.WrittenMemory;
    }
}

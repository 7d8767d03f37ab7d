using System.Text.Json;
using Compiled.Compilation;
using Compiled.History;
using Compiled.Language.Faults;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>An execution of a definition that was compiled for it. It is run twice, the second time folded after every effect, with the same outcome.</summary>
internal sealed class Ran
{
    private const string Task = "\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:f\"";
    private static readonly DateTimeOffset s_start = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ExecutionResult _result;
    private readonly JsonElement[] _events;

    private Ran(ExecutionResult result)
    {
        _result = result;
        _events = [.. result.History!.Select(Write)];
    }

    /// <summary>The output as compact JSON, or the error and the cause.</summary>
    public string Outcome => _result.Status == ExecutionStatus.Succeeded ? _result.Output.ToString() : $"{_result.Error}: {_result.Cause}";

    /// <summary>What each state assigned, as the history shows it: <c>Name {"x":"1"}</c>.</summary>
    public string[] Assigned => [.. _events
        .Where(recorded => recorded.TryGetProperty("stateExitedEventDetails", out JsonElement details) && details.TryGetProperty("assignedVariables", out _))
        .Select(recorded => recorded.GetProperty("stateExitedEventDetails"))
        .Select(details => $"{details.GetProperty("name")} {details.GetProperty("assignedVariables").GetRawText()}")];

    /// <summary>The events, each as <c>Type&lt;-previous</c>.</summary>
    public string[] Events => [.. _events.Select(recorded => $"{recorded.GetProperty("type")}<-{recorded.GetProperty("previousEventId")}")];

    /// <summary>The details of the events of a type.</summary>
    public string[] Details(string type) => [.. _events
        .Where(recorded => recorded.GetProperty("type").ValueEquals(type))
        .Select(recorded => recorded.EnumerateObject().Single(member => member.Name.EndsWith("EventDetails", StringComparison.Ordinal)).Value.GetRawText())];

    /// <summary>
    /// Compiles the definition, which must have no fault, and runs it on virtual time. In it <c>«Task»</c> stands for the type and resource
    /// of a task, which <paramref name="task"/> answers by the state's name and the arguments; without one it gives back its arguments.
    /// </summary>
    public static async Task<Ran> Of(string definition, string input = "{}", Func<string, JsonValue, JsonValue>? task = null, bool allowsWarnings = false, MemoryObjectStore? store = null)
    {
        CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource(definition.Replace("«Task»", Task, StringComparison.Ordinal), "test"));
        Assert.Empty(compiled.Faults.Where(fault => !allowsWarnings || fault.Severity == Severity.Error).Select(fault => fault.ToString()));
        Assert.Empty(compiled.Messages.Select(message => message.ToString()));
        Workflow workflow = compiled.Create(new Handler(task ?? ((_, arguments) => arguments)));

        Ran ran = new(await workflow.ExecuteAsync(JsonValue.Parse(input), Options(store)));
        Ran folded = new(await FoldingRunner.RunAsync(workflow, JsonValue.Parse(input), Options(store)));

        Assert.Equal(ran.Outcome, folded.Outcome);
        Assert.Equal(ran._events.Select(recorded => recorded.GetRawText()), folded._events.Select(recorded => recorded.GetRawText()));
        // Without a history the same code runs compiled another way.
        ExecutionResult silent = await workflow.ExecuteAsync(JsonValue.Parse(input), Options(store) with { RecordHistory = false });
        Assert.Equal((ran._result.Status, ran._result.Error), (silent.Status, silent.Error));
        Assert.Equal(ran._result.Output, silent.Output);
        return ran;
    }

    private static ExecutionOptions Options(MemoryObjectStore? store) => new()
    {
        Name = "run",
        Seed = 1,
        ObjectStore = store,
        RecordHistory = true,
        TimeProvider = new VirtualTimeProvider(s_start) { AutoAdvance = true },
    };

    private static JsonElement Write(HistoryEvent recorded)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            recorded.WriteTo(writer);
        return JsonElement.Parse(stream.ToArray());
    }

    private sealed class Handler(Func<string, JsonValue, JsonValue> task) : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken) => new(task(context.StateName, input));
    }
}

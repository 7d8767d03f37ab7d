using System.Text;
using System.Text.Json;
using Compiled.Execution;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Tests.MapRuns;

/// <summary>A machine of one distributed Map, <c>M</c> labelled <c>L</c>, whose children do one task, <c>T</c>; what the emitter writes, by hand.</summary>
internal sealed class MapWorkflow : Workflow
{
    private readonly MapRunSettings _settings;
    private readonly Func<JsonValue, int, JsonValue>? _select;

    public MapWorkflow(MapRunSettings settings, Func<JsonValue, int, JsonValue>? select = null, MachineType childType = MachineType.Standard)
    {
        (_settings, _select) = (settings with { Selects = select is not null }, select);
        Machine = new MachineInfo("Machine", """{"States":{"M":{"ItemProcessor":{"StartAt":"T"}}}}""", MachineType.Standard, null,
        [
            new StateInfo("M", StateType.Map) { Processor = new DistributedProcessor("L", childType, "/States/M/ItemProcessor", [1]) },
            new StateInfo("T", StateType.Task) { Resource = "f", ResourceKind = ResourceKind.Lambda },
        ]);
    }

    public override MachineInfo Machine { get; }

    /// <summary>What the children do; they give back their input unless said.</summary>
    public Func<JsonValue, TaskContext, CancellationToken, ValueTask<JsonValue>> Task { get; init; } = static (input, _, _) => new(input);

    /// <summary>Runs on a virtual clock; gives the result with its history.</summary>
    public ValueTask<ExecutionResult> RunAsync(ExecutionOptions? options = null, CancellationToken cancellationToken = default)
        => ExecuteAsync(JsonValue.EmptyObject, (options ?? new()) with
        {
            Name = "run",
            Seed = 1,
            RecordHistory = true,
            TimeProvider = new VirtualTimeProvider { AutoAdvance = true },
        }, cancellationToken);

    /// <summary>Runs, and gives the output or the error and cause.</summary>
    public async Task<string> OutcomeAsync(ExecutionOptions? options = null) => Outcome(await RunAsync(options));

    public static string Outcome(ExecutionResult result)
        => result.Status == ExecutionStatus.Succeeded ? result.Output.ToString() : $"{result.Error}: {result.Cause}";

    /// <summary>The events as <c>Type&lt;-previous</c>.</summary>
    public static string[] Events(ExecutionResult result) => [.. result.History!.Select(each => $"{each.Type}<-{each.PreviousEventId}")];

    /// <summary>The details of the event of a type, as AWS writes them.</summary>
    public static JsonElement Details(ExecutionResult result, HistoryEventType type)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
            result.History!.Single(each => each.Type == type).WriteTo(writer);
        return JsonElement.Parse(stream.ToArray()).EnumerateObject().Single(member => member.Name.EndsWith("EventDetails", StringComparison.Ordinal)).Value;
    }

    public static JsonValue Json(string text) => JsonValue.Parse(Encoding.UTF8.GetBytes(text));

    /// <summary>The array of the numbers from 0.</summary>
    public static JsonValue Numbers(int count) => JsonValue.ArrayOf([.. Enumerable.Range(0, count).Select(static i => (JsonValue)i)]);

    protected override Frame<NoHistory> NewRoot(Execution<NoHistory> execution) => new Root<NoHistory>(execution, this);

    protected override Frame<RecordedHistory> NewRoot(Execution<RecordedHistory> execution) => new Root<RecordedHistory>(execution, this);

    protected override Frame<NoHistory> NewChildRoot(int state, Execution<NoHistory> execution) => new Child<NoHistory>(execution);

    protected override Frame<RecordedHistory> NewChildRoot(int state, Execution<RecordedHistory> execution) => new Child<RecordedHistory>(execution);

    protected override ValueTask<JsonValue> PerformAsync(int state, JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
        => Task(arguments, context, cancellationToken);

    private sealed class Root<THistory>(Execution<THistory> execution, MapWorkflow workflow) : Frame<THistory>(execution, null) where THistory : struct, IHistory
    {
        protected override int StartPosition => 0;

        public override Next Advance(in Signal signal)
        {
            if (Position == 1)
                return signal.Value.AsFault is { } fault ? Fail(fault) : Leave(signal.Value);
            if (!EnterWork(0, Data))
                return Next.Fail;
            Position = 1;
            Input = Data;
            BeginMap(workflow._settings.Items);
            return StartMapRun(0, workflow._settings);
        }

        protected override JsonValue ItemInput(int state, JsonValue item, int index, ref Fault? fault)
        {
            JsonValue selected = workflow._select!(Context(item, index), index);
            fault = selected.AsFault;
            return selected;
        }

        private Next Leave(JsonValue result)
        {
            Data = result;
            return Exit(in Data) ? Next.Succeed : Next.Fail;
        }
    }

    private sealed class Child<THistory>(Execution<THistory> execution) : Frame<THistory>(execution, null) where THistory : struct, IHistory
    {
        protected override int StartPosition => 2;

        public override Next Advance(in Signal signal)
        {
            if (Position == 3)
            {
                Data = signal.Value;
                return Data.AsFault is { } fault ? Fail(fault) : Exit(in Data) ? Next.Succeed : Next.Fail;
            }

            if (!EnterWork(1, Data))
                return Next.Fail;
            Position = 3;
            return Call(1, Data, 0, 0, default);
        }
    }
}

using System.Text.Json;
using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Execution;
using Compiled.History;
using Compiled.Simulation;
using Compiled.Simulation.Matching;
using Compiled.Testing;
using Compiled.Values;
using Conformance.Comparing;
using Conformance.Corpus;

namespace Conformance.Running;

/// <summary>Runs one case on a virtual clock against its simulated world.</summary>
internal static class CaseRunner
{
    // Runs are the same every time: the clock starts here, and randomness comes from this seed.
    private const ulong Seed = 1;
    internal static readonly DateTimeOffset DefaultStart = new(2024, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task<RecordedRun> RunAsync(AslCase item, CompiledDefinition definition, CaseHost host, CancellationToken cancellationToken)
    {
        RecordedRun run = await RunAsync(item, definition, host, keepsHistory: true, cancellationToken).ConfigureAwait(false);
        if (!host.RunsWithoutHistory)
            return run;
        RecordedRun silent = await RunAsync(item, definition, host, keepsHistory: false, cancellationToken).ConfigureAwait(false);
        return run with { Silent = silent };
    }

    private static async Task<RecordedRun> RunAsync(AslCase item, CompiledDefinition definition, CaseHost host, bool keepsHistory, CancellationToken cancellationToken)
    {
        TaskSimulator world = World(item);
        // Machines that the case starts run in memory, beside an execution that does.
        bool startsOthers = host.Store is null && !host.Folds;
        Workflow workflow = definition.Create(startsOthers ? StartedMachines.Beside(world, item, cancellationToken) : world);
        DateTimeOffset start = item.Clock ?? DefaultStart;
        // Express executions are kept in memory whoever runs them.
        if (host.Store is { } newStore && workflow.Machine.Type == MachineType.Standard)
        {
            string folder = Directory.CreateTempSubdirectory("compiled-case-").FullName;
            try
            {
                VirtualTimeProvider time = new(start);
                await using DurableWorld durable = new(world, CaseObjects.StoreOf(item, time), time, newStore(folder), host.Folds);
                (ExecutionDescription end, IReadOnlyList<JsonElement> events) = await durable.RunAsync(workflow, Durable(Start(item, start)), cancellationToken).ConfigureAwait(false);
                JsonElement recorded = JsonElement.Parse($"[{string.Join(',', events.Select(static item => item.GetRawText()))}]");
                return new RecordedRun(Word(end.Status), end.Output.IsMissing ? null : end.Output.ToJsonElement(), end.Error, end.Cause, recorded);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }

        if (host.Folds)
        {
            FoldingRun folding = new(workflow, Start(item, start), new OutsideWorld(world, CaseObjects.StoreOf(item, new VirtualTimeProvider(start)), new VirtualTimeProvider(start)));
            (ExecutionRun run, InMemoryHistory history) = folding.Run(cancellationToken);
            return Record(run.Status, run.Output, run.Fault?.Error, run.Fault?.Cause, history);
        }

        ExecutionOptions execution = new()
        {
            Name = item.ExecutionName,
            ExecutionArn = item.ExecutionArn,
            StateMachineName = item.StateMachineName,
            StateMachineArn = StateMachineArn(item),
            RoleArn = RoleArn(item),
            Seed = Seed,
            ObjectStore = CaseObjects.StoreOf(item, new VirtualTimeProvider(start)),
        };
        SimulatedRunOptions options = new() { VirtualTime = true, Clock = start, Execution = execution, KeepsHistory = keepsHistory };
        ExecutionResult result = await SimulatedRun.ExecuteAsync(workflow, item.Input, world, options, cancellationToken).ConfigureAwait(false);
        return keepsHistory
            ? Record(result.Status, result.Output, result.Error, result.Cause, result.History!) with { EventCount = result.EventCount }
            : new RecordedRun(Word(result.Status), result.Output.IsMissing ? null : result.Output.ToJsonElement(), result.Error, result.Cause, default) { EventCount = result.EventCount };
    }

    internal static TaskSimulator World(AslCase item)
    {
        TaskSimulatorOptions options = new()
        {
            Substitutions = item.Substitutions.ValueKind == JsonValueKind.Object ? Substitutions.Read(item.Substitutions) : Substitutions.None,
            WorkerName = WorkerName(item),
        };
        return TaskSimulator.Read(item.Tasks.ValueKind == JsonValueKind.Object ? item.Tasks : JsonElement.Parse("{}"), options);
    }

    /// <summary>
    /// The name under which the recorded worker polled. A case does not tell it apart from the history; like the tasks' results it
    /// comes from outside, so it is no part of what is tested.
    /// </summary>
    private static string? WorkerName(AslCase item) => FromHistory(item, "activityStartedEventDetails", "workerName");

    /// <summary>The role is given to an execution from outside too; where the context lacks it, the history shows which it was.</summary>
    internal static string? RoleArn(AslCase item) => item.RoleArn ?? FromHistory(item, "executionStartedEventDetails", "roleArn");

    private static string? FromHistory(AslCase item, string details, string member)
    {
        if (item.History.ValueKind != JsonValueKind.Array) return null;
        foreach (JsonElement recorded in item.History.EnumerateArray())
        {
            if (recorded.TryGetProperty(details, out JsonElement found) && found.TryGetProperty(member, out JsonElement text))
                return item.WithoutPlaceholders(text.GetString()!);
        }

        return null;
    }

    private static ExecutionStart Durable(ExecutionStart start) =>
        start.ExecutionArn is null ? start with { ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:StateMachine:" + (start.Name ?? "execution") } : start;

    private static ExecutionStart Start(AslCase item, DateTimeOffset time) => new()
    {
        Input = JsonValue.Parse(item.Input),
        Time = time,
        Seed = Seed,
        Name = item.ExecutionName,
        ExecutionArn = item.ExecutionArn,
        StateMachineName = item.StateMachineName,
        StateMachineArn = StateMachineArn(item),
        RoleArn = RoleArn(item),
    };

    /// <summary>The machine's ARN: the execution's, without the execution.</summary>
    private static string? StateMachineArn(AslCase item) =>
        item.ExecutionArn?.Split(':') is [_, _, _, _, _, _, { } machine, ..] parts ? string.Join(':', parts[..5]) + ":stateMachine:" + machine : null;

    private static RecordedRun Record(ExecutionStatus status, JsonValue output, string? error, string? cause, IEnumerable<HistoryEvent> history)
    {
        JsonElement events = JsonElement.Parse(HistoryJson.Write(history)).GetProperty("events");
        return new RecordedRun(Word(status), output.IsMissing ? null : output.ToJsonElement(), error, cause, events);
    }

    private static string Word(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        ExecutionStatus.Aborted => "ABORTED",
        _ => "RUNNING",
    };
}

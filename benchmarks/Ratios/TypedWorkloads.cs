using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Compiled.Benchmarks.Baselines;

namespace Compiled.Benchmarks.Ratios;

/// <summary>W2 on C# types at both ends, against the same logic by hand on the same types: on records that nobody can change, and on classes whose members and lists may be changed.</summary>
internal static class TypedWorkloads
{
    private static readonly byte[] s_input = Workloads.Input("W2Order");

    public static IReadOnlyList<Workload> All { get; } = [OnRecords(), OnObjects()];

    private static Workload OnRecords()
    {
        RecordInput input = JsonSerializer.Deserialize(s_input, RecordContext.Default.RecordInput)!;
        var tasks = new RecordTasks();
        var clock = new Clock();
        var workflow = new OrderWorkflowOnRecords(tasks);
        JsonTypeInfo<RecordConfirmation> contract = RecordContext.Default.RecordConfirmation;
        return new("W2-typed", Contender("ours", () => workflow.RunAsync(input), contract), [Contender("typed", () => OrderOnRecords.Run(input, tasks, clock, default), contract)]);
    }

    private static Workload OnObjects()
    {
        OrderInput input = JsonSerializer.Deserialize(s_input, ModelContext.Default.OrderInput)!;
        var tasks = new OrderTasks();
        var clock = new Clock();
        var workflow = new OrderWorkflowOnObjects(tasks);
        JsonTypeInfo<Confirmation> contract = ModelContext.Default.Confirmation;
        return new("W2-typed-mutable", Contender("ours", () => workflow.RunAsync(input), contract), [Contender("typed", () => OrderOnObjects.Run(input, tasks, clock, default), contract)]);
    }

    // Only the comparison of outputs makes JSON of them.
    private static Contender Contender<T>(string name, Func<ValueTask<T>> run, JsonTypeInfo<T> contract)
    {
        T? last = default;
        return new(name, Run, () => JsonSerializer.SerializeToUtf8Bytes(last!, contract));

        ValueTask Run()
        {
            ValueTask<T> result = run();
            if (!result.IsCompletedSuccessfully)
                return Later(result);
            last = result.Result;
            return default;
        }

        async ValueTask Later(ValueTask<T> result) => last = await result.ConfigureAwait(false);
    }
}

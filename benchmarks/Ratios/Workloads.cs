using System.Buffers;
using Compiled.Benchmarks.Baselines;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Benchmarks.Ratios;

/// <summary>W1 to W6: the machines of this folder's <c>.asl.json</c> files against C# written by hand; W7: expressions.</summary>
internal static class Workloads
{
    public static IReadOnlyList<Workload> Machines { get; } =
        [Hello(), Order(), OrderOnTypes(), OrderLater(), Retry(), RetryValue(), Map(), Parallel(), Loop(), ListedOrder()];

    public static IReadOnlyList<Workload> All { get; } = [.. Machines, .. TypedWorkloads.All, .. PartWorkloads.All, .. ExpressionWorkloads.OnValues, .. ExpressionWorkloads.OnBytes];

    public static byte[] Input(string name)
    {
        using Stream stream = typeof(Workloads).Assembly.GetManifestResourceStream(name + ".input.json")
            ?? throw new InvalidOperationException($"The input of '{name}' is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static Workload Hello()
    {
        byte[] input = Input("W1Hello");
        var workflow = new W1Hello();
        return new("W1", Ours(output => workflow.RunAsync(input, output)), [Typed("typed", output => Baselines.Typed.Hello(input, output))]);
    }

    private static Workload Order()
    {
        byte[] input = Input("W2Order");
        var workflow = new W2Order();
        var tasks = new OrderTasks();
        return new("W2", Ours(output => workflow.RunAsync(input, output)),
        [
            TypedOrder(input),
            Typed("elements", output => OrderByElements.Run(input, output)),
            Typed("one-pass", output => OrderByReader.Run(input, output)),
            TypedAsync("stateless", output => OrderByStateless.Run(input, output, tasks)),
            TypedAsync("masstransit", output => OrderByMassTransit.Run(input, output)),
        ]);
    }

    private static Workload OrderOnTypes()
    {
        byte[] input = Input("W2Order");
        var workflow = new OrderWorkflowOnTypes();
        return new("W2-poco-handlers", Ours(output => workflow.RunAsync(input, output)), [TypedOrder(input)]);
    }

    private static Workload OrderLater()
    {
        byte[] input = Input("W2Order");
        var workflow = new W2OrderLater();
        var tasks = new YieldingOrderTasks();
        var clock = new Clock();
        return new("W2-async", Ours(output => workflow.RunAsync(input, output)), [TypedAsync("typed", output => Baselines.Typed.Order(input, output, tasks, clock, default))]);
    }

    private static Contender TypedOrder(byte[] input)
    {
        var tasks = new OrderTasks();
        var clock = new Clock();
        return TypedAsync("typed", output => Baselines.Typed.Order(input, output, tasks, clock, default));
    }

    private static Workload Retry()
    {
        byte[] input = Input("W3Retry");
        var options = new ExecutionOptions { TimeProvider = new VirtualTimeProvider { AutoAdvance = true } };
        var clock = new Clock();
        return new("W3",
            Ours(output => new W3Retry(new OurFlaky()).RunAsync(input, output, options)),
            [TypedAsync("typed", output => Baselines.Typed.Retry(input, output, new Baselines.Typed.Flaky(), clock, default))]);
    }

    private static Workload RetryValue()
    {
        byte[] input = Input("W3Retry");
        var options = new ExecutionOptions { TimeProvider = new VirtualTimeProvider { AutoAdvance = true } };
        var clock = new Clock();
        return new("W3-failure-values",
            Ours(output => new W3Retry(new OurFlakyValue()).RunAsync(input, output, options)),
            [
                TypedAsync("typed", output => Baselines.Typed.Retry(input, output, new Baselines.Typed.Flaky(), clock, default)),
                TypedAsync("typed-failure-values", output => Baselines.Typed.RetryValue(input, output, new Baselines.Typed.FlakyValue(), clock, default)),
            ]);
    }

    private static Workload Map()
    {
        byte[] input = Input("W4Map");
        var workflow = new W4Map();
        return new("W4", Ours(output => workflow.RunAsync(input, output)), [Typed("typed", output => Baselines.Typed.Map(input, output))]);
    }

    private static Workload Parallel()
    {
        byte[] input = Input("W4bParallel");
        var workflow = new W4bParallel();
        return new("W4b", Ours(output => workflow.RunAsync(input, output)), [Typed("typed", output => Baselines.Typed.Parallel(input, output))]);
    }

    private static Workload Loop()
    {
        byte[] input = Input("W5Loop");
        var workflow = new W5Loop();
        return new("W5", Ours(output => workflow.RunAsync(input, output)),
        [
            Typed("typed-locals", output => Baselines.Typed.LoopLocals(input, output)),
            TypedAsync("typed-records", output => Baselines.Typed.LoopRecords(input, output, default)),
        ]);
    }

    private static Workload ListedOrder()
    {
        byte[] input = Input("W6Jsonata");
        var workflow = new W6Jsonata();
        var tasks = new OrderTasks();
        var clock = new Clock();
        return new("W6", Ours(output => workflow.RunAsync(input, output)),
            [TypedAsync("typed", output => Baselines.Typed.ListedOrder(input, output, tasks, clock, default))]);
    }

    /// <summary>A run of ours: from the input's bytes to the output's, in a buffer that is used again.</summary>
    private static Contender Ours(Func<IBufferWriter<byte>, ValueTask> run)
    {
        var output = new ArrayBufferWriter<byte>(1 << 16);
        return new("ours", Run, () => output.WrittenMemory);

        ValueTask Run()
        {
            output.ResetWrittenCount();
            return run(output);
        }
    }

    private static Contender Typed(string name, Action<Output> run)
    {
        var output = new Output();
        return new(name, () => { run(output); return default; }, () => output.Buffer.WrittenMemory);
    }

    private static Contender TypedAsync(string name, Func<Output, ValueTask> run)
    {
        var output = new Output();
        return new(name, () => run(output), () => output.Buffer.WrittenMemory);
    }
}

using System.Text.Json;
using Compiled.Benchmarks.Baselines;
using Compiled.Benchmarks.Parts;
using Compiled.Values;

namespace Compiled.Benchmarks.Ratios;

/// <summary>What workflows are made of, each alone: an execution of one state, from the order of W2 parsed before to the bytes of the result; and the parsing.</summary>
internal static class PartWorkloads
{
    private static readonly byte[] s_input = Workloads.Input("W2Order");

    public static IReadOnlyList<Workload> All { get; } =
    [
        Parse(),
        Part("path", new PathMachine(), PartsByElements.Path),
        Part("choice", new ChoiceMachine(), PartsByElements.Choice),
        Part("template", new TemplateMachine(), PartsByElements.Template),
        Part("intrinsics", new IntrinsicsMachine(), PartsByElements.Intrinsics),
    ];

    private static Workload Parse()
    {
        JsonValue ours = default;
        byte[] whole = JsonValue.Parse(s_input).ToUtf8();
        return new("parse",
            new("ours", () => { ours = JsonValue.Parse(s_input); return default; }, () => ours.ToUtf8()),
            [
                new("document", () => { JsonDocument.Parse(s_input).Dispose(); return default; }, () => whole),
                new("one-pass", () => { PartsByElements.Tokens(s_input); return default; }, () => whole),
                new("typed", () => { JsonSerializer.Deserialize(s_input, ModelContext.Default.OrderInput); return default; }, () => whole),
            ]);
    }

    private static Workload Part(string name, Workflow workflow, Action<JsonElement, Output> byHand)
    {
        JsonValue input = JsonValue.Parse(s_input);
        JsonElement root = JsonElement.Parse(s_input);
        Output output = new();
        return new(name,
            Ours(() => workflow.ExecuteAsync(input)),
            [new("elements", () => { byHand(root, output); return default; }, () => output.Buffer.WrittenMemory)]);
    }

    /// <summary>A run of ours from a value: execute, which ends at once, and write the output's bytes into a buffer that is used again.</summary>
    private static Contender Ours(Func<ValueTask<ExecutionResult>> execute)
    {
        var buffer = new JsonBuffer();
        return new("ours", Run, () => buffer.Written.ToArray());

        ValueTask Run()
        {
            JsonValue output = execute().Result.EnsureSucceeded();
            buffer.Clear();
            output.Write(buffer);
            return default;
        }
    }
}

using System.Text.Json;
using Compiled.Benchmarks.Baselines;
using Compiled.Values;

namespace Compiled.Benchmarks.Ratios;

/// <summary>
/// W7: twelve expressions, each <c>W7-id</c> on a value that was parsed against LINQ over JsonElement, and <c>W7-id-bytes</c> from bytes to
/// bytes against loops over the author's own types.
/// </summary>
internal static class ExpressionWorkloads
{
    private static readonly byte[] s_input = Input();

    public static IReadOnlyList<Workload> OnValues { get; } = [.. W7.All.Select(static expression => OnValue(expression.Id, expression.OnValue))];

    public static IReadOnlyList<Workload> OnBytes { get; } = [.. W7.All.Select(static expression => FromBytes(expression.Id, expression.OnBytes))];

    /// <summary>The dataset of JSONata's suite where it stands beside the repository; else one of our own with the same structure.</summary>
    private static byte[] Input()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Compiled.sln")))
                continue;
            string file = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared", "conformance", "jsonata", "datasets", "dataset5.json");
            return File.Exists(file) ? File.ReadAllBytes(file) : Workloads.Input("W7");
        }
        return Workloads.Input("W7");
    }

    private static Workload OnValue(string id, Func<JsonValue, JsonValue> evaluate)
    {
        JsonValue parsed = JsonValue.Parse(s_input);
        JsonElement root = JsonElement.Parse(s_input);
        Func<JsonElement, object> query = ExpressionsByLinq.All[id];
        JsonValue ours = default;
        object theirs = "";
        return new("W7-" + id,
            new("ours", () => { ours = evaluate(parsed); return default; }, () => ours.ToUtf8()),
            [new("linq", () => { theirs = query(root); return default; }, () => Written(theirs))]);
    }

    private static Workload FromBytes(string id, W7.FromBytes evaluate)
    {
        Func<AccountInput, object> compute = ExpressionsByLoops.All[id];
        var buffer = new JsonBuffer();
        var output = new Output();
        return new($"W7-{id}-bytes",
            new("ours", () => { buffer.Clear(); evaluate(s_input, buffer); return default; }, () => buffer.Written.ToArray()),
            [
                new("loops", () =>
                {
                    ExpressionOutput.Write(compute(JsonSerializer.Deserialize(s_input, AccountContext.Default.AccountInput)!), output);
                    return default;
                }, () => output.Buffer.WrittenMemory),
            ]);
    }

    private static ReadOnlyMemory<byte> Written(object value)
    {
        var output = new Output();
        ExpressionOutput.Write(value, output);
        return output.Buffer.WrittenMemory;
    }
}

using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Compiled;
using Compiled.Testing;

namespace Conformance.Fuzzing.Typed;

/// <summary>Runs machines on C# types, made by chance, on their typed lanes and through JSON, and compares how they end and what their handlers are given.</summary>
internal static class TypedFuzzer
{
    private const int MostAttempts = 50;

    public static async Task<(IReadOnlyList<string> Lines, bool HasDifferences)> RunAsync(int machines, int inputs, ulong seed, int? only)
    {
        var lines = new List<string>();
        SortedDictionary<string, int> ends = new(StringComparer.Ordinal);
        int pairs = 0, lanes = 0, stayed = 0, made = 0, refused = 0, differences = 0;
        foreach (int number in only is { } one ? [one] : Enumerable.Range(0, machines))
        {
            (TypedFuzzMachine machine, Assembly? assembly, bool hasLane, IReadOnlyList<string> messages, int attempts) = Sound(seed, number, inputs);
            made++;
            refused += attempts;
            lanes += hasLane ? 1 : 0;
            if (only is not null)
                lines.Add(machine.Definition + "\n" + machine.Code);
            if (assembly is null)
            {
                differences++;
                lines.Add($"machine {number} does not compile: {messages.FirstOrDefault() ?? "no definition without faults was found"}\n  {machine.Definition}");
                continue;
            }

            Type driver = assembly.GetType("Fuzzed.Driver")!;
            var run = driver.GetMethod("Run")!.CreateDelegate<Func<string, ExecutionOptions, Task<string?>>>();
            var calls = (List<string>)driver.GetProperty("Calls")!.GetValue(null)!;
            for (int i = 0; i < machine.Inputs.Count; i++)
            {
                string? lane = await OutcomeAsync(run, calls, machine.Inputs[i], new ExecutionOptions()).ConfigureAwait(false);
                string? general = await OutcomeAsync(run, calls, machine.Inputs[i], new ExecutionOptions { JsonSerializerOptions = JsonSerializerOptions.Web }).ConfigureAwait(false);
                if (lane is null || general is null)
                    continue;
                pairs++;
                stayed += lane.Contains("\nlane ", StringComparison.Ordinal) ? 1 : 0;
                string status = general.StartsWith('{') ? "output" : general.Split('\n', ':')[0];
                ends[status] = ends.GetValueOrDefault(status) + 1;
                if (lane.Replace("\nlane ", "\n", StringComparison.Ordinal) == general)
                    continue;
                differences++;
                lines.Add($"machine {number} input {i}: {machine.Inputs[i]}\n  lane:    {lane}\n  general: {general}\n  {machine.Definition}");
            }
        }

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{pairs} pairs of {made} machines ({refused} others have faults), {lanes} of them with a typed lane, on which handlers were called in {stayed} pairs; {differences} differences"));
        lines.Add("ends: " + string.Join(", ", ends.OrderByDescending(static each => each.Value).Take(20).Select(static each => $"{each.Key} {each.Value}")));
        return (lines, differences > 0);
    }

    private static (TypedFuzzMachine Machine, Assembly? Assembly, bool HasLane, IReadOnlyList<string> Messages, int Refused) Sound(ulong seed, int number, int inputs)
    {
        for (int attempt = 0; ; attempt++)
        {
            TypedFuzzMachine machine = TypedFuzzMachine.Of(seed, number, attempt, inputs);
            (Assembly? assembly, bool hasLane, IReadOnlyList<string> messages) = TypedFuzzProject.Compile(machine);
            if (assembly is not null || messages.Count > 0 || attempt == MostAttempts)
                return (machine, assembly, hasLane, messages, attempt);
        }
    }

    // The end and the calls, a line each; null where the input is no object of its type.
    private static async Task<string?> OutcomeAsync(Func<string, ExecutionOptions, Task<string?>> run, List<string> calls, string input, ExecutionOptions options)
    {
        ExecutionOptions told = options with { Seed = 1, TimeProvider = new VirtualTimeProvider(DateTimeOffset.UnixEpoch) { AutoAdvance = true } };
        return await run(input, told).ConfigureAwait(false) is { } end ? string.Join('\n', calls.Prepend(end)) : null;
    }
}

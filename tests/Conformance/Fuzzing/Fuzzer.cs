using System.Text.Json;
using Compiled.Compilation;

namespace Conformance.Fuzzing;

/// <summary>Runs machines made by chance with a history, by the frames, and without one, by the fast path as far as it leads, and compares all that can be seen of both.</summary>
internal static class Fuzzer
{
    // Machines are compiled so many at a time, and differences are made smaller only for the first few.
    private const int Batch = 100, MostShrunk = 8;

    public static async Task<FuzzReport> RunAsync(int machines, int inputs, ulong seed, int? only = null)
    {
        FuzzReport report = new() { ShowsMachines = only is not null };
        int[] numbers = only is { } one ? [one] : [.. Enumerable.Range(0, machines)];
        foreach (int[] batch in numbers.Chunk(Batch))
        {
            FuzzMachine[] made = [.. batch.AsParallel().AsOrdered().Select(number => FuzzMachine.Of(seed, number))];
            IReadOnlyList<CompiledDefinition> compiled = DefinitionCompiler.CompileAll([.. made.Select(static machine => machine.Source)]);
            for (int i = 0; i < made.Length; i++)
                await RunAsync(made[i], compiled[i], inputs, seed, report).ConfigureAwait(false);
        }

        return report;
    }

    private static async Task RunAsync(FuzzMachine machine, CompiledDefinition definition, int inputs, ulong seed, FuzzReport report)
    {
        if (report.ShowsMachines)
            Console.Error.WriteLine($"{machine.Number} {(definition.Code.Contains("RunFastPath(", StringComparison.Ordinal) ? "path" : "none")} {machine.Definition.ToJsonString()}");
        report.Add(machine, definition.Code.Contains("RunFastPath(", StringComparison.Ordinal));
        if (!definition.IsRunnable || definition.Messages.Count > 0)
        {
            report.Differences.Add($"machine {machine.Number} does not compile: {definition.Messages.FirstOrDefault()}\n  {machine.Definition.ToJsonString()}");
            return;
        }

        bool isKnown = false;
        for (int number = 0; number < inputs; number++)
        {
            FuzzPair pair = FuzzPair.Of(seed, machine.Number, number);
            FuzzOutcome[] outcomes = await pair.RunAllAsync(definition).ConfigureAwait(false);
            report.Add(outcomes[0], pair.End(definition));
            bool isBug = outcomes[0].IsBug;
            if (!isBug && outcomes.All(outcome => outcome.IsSame(outcomes[0])))
                continue;
            report.Differences.Add(isKnown || isBug || report.Differences.Count >= MostShrunk
                ? $"machine {machine.Number} input {number}: {Shown(outcomes)}"
                : await ShownAsync(machine, pair, number).ConfigureAwait(false));
            isKnown = true;
        }
    }

    private static async Task<string> ShownAsync(FuzzMachine machine, FuzzPair pair, int number)
    {
        (FuzzMachine smallest, FuzzPair smaller) = await FuzzShrinker.ShrinkAsync(machine, pair).ConfigureAwait(false);
        CompiledDefinition definition = DefinitionCompiler.Compile(smallest.Source);
        FuzzOutcome[] outcomes = await smaller.RunAllAsync(definition).ConfigureAwait(false);
        string text = smallest.Definition.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return $"machine {machine.Number} input {number}{(machine.IsExpress ? " Express" : "")}, made smaller:\n  {text}\n  input {FuzzOutcome.Shorten(smaller.Input)}{Shown(outcomes)}";
    }

    private static string Shown(FuzzOutcome[] outcomes) =>
        string.Concat(outcomes.Select(static (outcome, way) => $"\n  {(FuzzWay)way}: {outcome}"));
}

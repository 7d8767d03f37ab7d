using System.Text;
using System.Text.Json;
using Compiled.Compilation;
using Compiled.History;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Runs one definition in two emitted forms: as it is, and among so many states that no object is kept in locals. Both must end alike, with
/// and without a history.
/// </summary>
internal static class TwoForms
{
    // More states than DataPlan takes; a ring of them is reached from nowhere, but each is some state's Next.
    private const int Padding = 17;

    /// <summary>Runs <c>States</c> from the first on; gives the end, which is the same in all runs: the output, or error and cause.</summary>
    public static async Task<string> EndAsync(string states, string input, ITaskHandler? tasks = null)
    {
        IReadOnlyList<CompiledDefinition> forms = DefinitionCompiler.CompileAll([new(Definition(states), "Kept"), new(Padded(states), "Whole")]);
        Assert.All(forms, form => Assert.True(form.IsRunnable, string.Join('\n', form.Faults)));
        Assert.All(forms, form => Assert.Empty(form.Messages));
        Assert.Contains("_Whole(", forms[0].Code, StringComparison.Ordinal);
        Assert.DoesNotContain("_Whole(", forms[1].Code, StringComparison.Ordinal);

        var ends = new List<string>();
        var histories = new List<string>();
        foreach (CompiledDefinition form in forms)
        {
            foreach (bool isRecorded in new[] { false, true })
            {
                ExecutionResult result = await form.Create(tasks).ExecuteAsync(input, Options(isRecorded));
                ends.Add($"{result.EventCount} {(result.Status == ExecutionStatus.Succeeded ? result.Output.ToString() : $"{result.Error}: {result.Cause}")}");
                if (isRecorded)
                    histories.Add(string.Join('\n', result.History!.Select(Text)));
            }
        }

        Assert.Single(ends.Distinct());
        Assert.Single(histories.Distinct());
        return ends[0][(ends[0].IndexOf(' ', StringComparison.Ordinal) + 1)..];
    }

    private static string Text(HistoryEvent entry)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            entry.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ExecutionOptions Options(bool isRecorded) => new()
    {
        RecordHistory = isRecorded,
        Seed = 1,
        Name = "run",
        StateMachineName = "machine",
        TimeProvider = new Testing.VirtualTimeProvider(DateTimeOffset.UnixEpoch) { AutoAdvance = true },
    };

    private static string Definition(string states) => "{\"StartAt\":\"A\",\"States\":{" + states + "}}";

    private static string Padded(string states) => Definition(states + string.Concat(
        Enumerable.Range(0, Padding).Select(i => $",\"Pad{i}\":{{\"Type\":\"Pass\",\"Next\":\"Pad{(i + 1) % Padding}\"}}")));
}

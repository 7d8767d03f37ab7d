using System.Text;
using System.Text.Json;
using Compiled.Compilation;
using Compiled.History;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Runs one definition in two emitted forms: as it is, and among so many states that no object is kept in locals. Both must end alike, with
/// and without a history.
/// </summary>
internal sealed class TwoForms(CompiledDefinition kept, CompiledDefinition whole)
{
    // More states than DataPlan takes; a ring of them is reached from nowhere, but each is some state's Next.
    private const int Padding = 17;

    /// <summary>Compiles definitions of these <c>States</c> at once, which costs far less than one by one.</summary>
    public static IReadOnlyList<TwoForms> Of(IReadOnlyList<string> states)
    {
        IReadOnlyList<CompiledDefinition> forms = DefinitionCompiler.CompileAll(
            [.. states.SelectMany(written => new DefinitionSource[] { new(Definition(written), "Kept"), new(Padded(written), "Whole") })]);
        Assert.All(forms, form => Assert.True(form.IsRunnable, string.Join('\n', form.Faults)));
        Assert.All(forms, form => Assert.Empty(form.Messages));
        return [.. forms.Chunk(2).Select(pair => new TwoForms(pair[0], pair[1]))];
    }

    /// <summary>Compiles one definition and runs it: see <see cref="EndAsync(string, ITaskHandler?)"/>.</summary>
    public static Task<string> EndAsync(string states, string input, ITaskHandler? tasks = null) => Of([states])[0].EndAsync(input, tasks);

    /// <summary>Runs from the first state on; gives the end, which is the same in all runs: the output, or error and cause.</summary>
    public async Task<string> EndAsync(string input, ITaskHandler? tasks = null)
    {
        Assert.Contains("_Whole(", kept.Code, StringComparison.Ordinal);
        Assert.DoesNotContain("_Whole(", whole.Code, StringComparison.Ordinal);
        var ends = new List<string>();
        var histories = new List<string>();
        foreach (CompiledDefinition form in new[] { kept, whole })
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

using System.Diagnostics;
using System.Globalization;
using Compiled.Language.Binding;
using Compiled.Rules;

namespace Compiled.Benchmarks.Analysis;

/// <summary>
/// Measures what a developer waits for while editing: the analysis of a definition, and generator and analyzers after an edit of one of 200. The analysis is
/// measured in CPU time, as in <c>ratios</c>, since others may use the machine; the time of generator and analyzers is the compiler's own count.
/// </summary>
internal static class AnalysisRunner
{
    private const int Definitions = 200;
    private const int WarmUp = 300;
    private const int Rounds = 41;
    private const int Repeats = 5;
    private const int FirstLook = 100;
    private const int Edits = 1000;

    public static async Task<int> RunAsync(TextWriter output)
    {
        output.WriteLine("what median worst limit");
        Write("analysis-ms", Measure(static () => RuleList.Check(MachineBinder.Bind(DefinitionSet.Large))), 2, output);
        Write("bind-ms", Measure(static () => MachineBinder.Bind(DefinitionSet.Large)), null, output);

        EditedProject project = new(Definitions);
        List<double> generator = [], analyzers = [], both = [];
        double before = 0;
        for (int edit = 1; edit <= Edits; edit++)
        {
            // The large definition in turn with all others.
            int definition = edit % 2 == 0 ? 0 : edit % Definitions;
            project.Edit(definition, edit);
            double generating = project.Generate().TotalMilliseconds;
            double analyzing = (await project.AnalyzeAsync(definition).ConfigureAwait(false)).TotalMilliseconds;
            if (edit > FirstLook)
            {
                generator.Add(generating);
                analyzers.Add(analyzing);
                both.Add(generating + analyzing);
            }
            if (edit == FirstLook)
                before = HeapMegabytes();
        }
        Write("edit-generator-ms", Of(generator), null, output);
        Write("edit-analyzers-ms", Of(analyzers), null, output);
        Write("edit-both-ms", Of(both), 10, output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heap-mb after {FirstLook} edits {before:F1}, after {Edits} {HeapMegabytes():F1}"));
        GC.KeepAlive(project);
        return 0;
    }

    private static (double Median, double Worst) Measure(Action action)
    {
        List<double> times = [];
        for (int i = 0; i < WarmUp; i++)
            action();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
            for (int i = 0; i < Repeats; i++)
                action();
            times.Add((Process.GetCurrentProcess().TotalProcessorTime - start).TotalMilliseconds / Repeats);
        }
        return Of(times);
    }

    // The worst but for one in a hundred, which the machine's other work makes.
    private static (double Median, double Worst) Of(List<double> times)
    {
        double[] sorted = [.. times.Order()];
        return (sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99) - 1]);
    }

    private static double HeapMegabytes()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }

    private static void Write(string name, (double Median, double Worst) time, double? limit, TextWriter output) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{name} {time.Median:F2} {time.Worst:F2} {(limit is null ? "-" : limit.Value.ToString(CultureInfo.InvariantCulture))}"));
}

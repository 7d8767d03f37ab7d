using System.Globalization;
using System.Runtime;
using Compiled.Language.Binding;
using Compiled.Rules;

namespace Compiled.Benchmarks.Analysis;

/// <summary>
/// Measures what a developer waits for while editing: the rules on one large definition, generator and analyzers after each edit of one of 200 definitions, and what
/// stays in memory. Each time is given as it went by, and as processor time of the thread that worked, which what others do on the machine disturbs least.
/// </summary>
internal static class AnalysisRunner
{
    private const int Definitions = 200;
    private const int WarmUp = 400;
    private const int MostRounds = 30;
    private const int Samples = 200;
    private const int FirstEdits = 400;
    private const int Edits = 1000;
    private const int ProjectWarmUp = 10;
    private const int ProjectSamples = 30;

    /// <summary>Measures one part, <c>definition</c>, <c>edits</c> or <c>memory</c>, or all in that order.</summary>
    public static async Task<int> RunAsync(string? part, TextWriter output)
    {
        output.WriteLine("what median-ms p95-ms cpu-median-ms cpu-p95-ms limit-ms");
        if (part is null or "definition")
        {
            Write("analysis", Measure(static () => RuleList.Check(MachineBinder.Bind(DefinitionSet.Large))), 2, output);
            Write("bind", Measure(static () => MachineBinder.Bind(DefinitionSet.Large)), null, output);
        }
        EditedProject project = new(Definitions);
        if (part is null or "edits")
            await MeasureEditsAsync(project, output).ConfigureAwait(false);
        if (part is null or "memory")
            await MeasureMemoryAsync(project, output).ConfigureAwait(false);
        return 0;
    }

    private static IReadOnlyList<Spent> Measure(Action work)
    {
        // Warm is what the JIT has done with: it compiles a method anew while its first compilation is measured.
        for (int quiet = 0, round = 0; quiet < 2 && round < MostRounds; round++)
        {
            long compiled = JitInfo.GetCompiledMethodCount();
            for (int i = 0; i < WarmUp; i++)
                work();
            quiet = JitInfo.GetCompiledMethodCount() == compiled ? quiet + 1 : 0;
        }
        return [.. Enumerable.Range(0, Samples).Select(_ => Spent.On(work))];
    }

    private static async Task MeasureMemoryAsync(EditedProject project, TextWriter output)
    {
        // Until each definition was edited, the compiler keeps more and more of the trees that it has looked into.
        double before = 0;
        for (int edit = 1; edit <= FirstEdits + Edits; edit++)
        {
            int definition = Next(edit);
            project.Edit(definition, edit);
            project.Generate();
            await project.AnalyzeAsync(definition).ConfigureAwait(false);
            if (edit == FirstEdits)
                before = HeapMegabytes();
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heap-mb after {FirstEdits} edits {before:F1}, after {Edits} more {HeapMegabytes():F1}"));
        GC.KeepAlive(project);
    }

    private static async Task MeasureEditsAsync(EditedProject project, TextWriter output)
    {
        // The compiler's work around the analyzers takes much longer than the generators, which are made warm without it.
        int done = Edits;
        for (int edit = 1; edit <= WarmUp; edit++)
        {
            project.Edit(Next(edit), ++done);
            project.Generate();
        }
        done = await MeasureEditsAsync(project, "edit", done, WarmUp, Samples, project.AnalyzeAsync, output).ConfigureAwait(false);
        await MeasureEditsAsync(project, "edit-project", done, ProjectWarmUp, ProjectSamples, _ => project.AnalyzeAllAsync(), output).ConfigureAwait(false);
    }

    // The number of the last edit.
    private static async Task<int> MeasureEditsAsync(EditedProject project, string name, int done, int warmUp, int samples, Func<int, Task<Asked>> ask, TextWriter output)
    {
        List<Spent> generators = [], analyzers = [], whole = [];
        for (int edit = 1; edit <= warmUp + samples; edit++)
        {
            int definition = Next(edit);
            project.Edit(definition, ++done);
            Spent generating = project.Generate();
            Asked asked = await ask(definition).ConfigureAwait(false);
            if (edit <= warmUp)
                continue;
            generators.Add(generating);
            analyzers.Add(asked.Ours);
            whole.Add(generating + asked.Whole);
        }
        Write(name + "-generators", generators, null, output);
        Write(name + "-analyzers", analyzers, null, output);
        Write(name + "-both", [.. generators.Zip(analyzers, static (left, right) => left + right)], 10, output);
        Write(name + "-with-compiler", whole, null, output);
        return done;
    }

    // The large definition, which has a class, in turn with all others.
    private static int Next(int edit) => edit % 2 == 0 ? 0 : edit % Definitions;

    private static double HeapMegabytes()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true) / 1e6;
    }

    private static void Write(string name, IReadOnlyList<Spent> times, double? limit, TextWriter output)
    {
        double[] wall = [.. times.Select(static time => time.Wall).Order()], cpu = [.. times.Select(static time => time.Cpu).Order()];
        int middle = times.Count / 2, late = times.Count * 95 / 100;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} {wall[middle]:F2} {wall[late]:F2} {cpu[middle]:F2} {cpu[late]:F2} {(limit is null ? "-" : limit.Value.ToString(CultureInfo.InvariantCulture))}"));
    }
}

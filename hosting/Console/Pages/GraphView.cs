using Compiled.Graph;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole.Pages;

/// <summary>The graph of a machine, with its tools: moved, zoomed and walked through by scripts.</summary>
internal static class GraphView
{
    /// <summary>The frame with tools around a drawing.</summary>
    /// <param name="drawing">The drawing; empty when the definition leaves no machine.</param>
    /// <param name="label">What screen readers call it.</param>
    /// <param name="export">Where the drawing is to be had as a file; null for nowhere.</param>
    /// <param name="turn">Where the same page has it run the other way; null for nowhere.</param>
    /// <param name="extra">What else stands among the tools.</param>
    public static Markup Of(Markup drawing, string label, Link? export, Link? turn = null, Markup extra = default)
    {
        Markup other = turn is { } way
            ? Markup.Of($"""<a class="quiet" href="{way}" title="The other way: down, or to the right" aria-label="The other way: down, or to the right">{Icons.Turn}</a>""")
            : Markup.Empty;
        Markup download = export is { } link
            ? Markup.Of($"""<a class="quiet" href="{link}" download="graph.svg" title="Save as SVG" aria-label="Save as SVG">{Icons.Down}</a><button type="button" class="quiet" data-png="{link.ToString()}" title="Save as PNG" aria-label="Save as PNG" hidden>{Icons.Picture}</button>""")
            : Markup.Empty;
        return Markup.Of($"""
            <div class="graph" data-graph="yes" role="group" aria-label="{label}">
            <div class="graph-tools">{extra}
            <button type="button" class="quiet" data-zoom="in" title="Larger (+)" aria-label="Larger">{Icons.Plus}</button>
            <button type="button" class="quiet" data-zoom="out" title="Smaller (-)" aria-label="Smaller">{Icons.Minus}</button>
            <button type="button" class="quiet" data-zoom="fit" title="Whole graph (0)" aria-label="Whole graph">{Icons.Fit}</button>
            <button type="button" class="quiet" data-full="yes" title="Full screen (f)" aria-label="Full screen" hidden>{Icons.Full}</button>
            {other}{download}</div>
            <div class="graph-sheet">{(drawing.IsEmpty ? Bits.Empty("No graph", "The definition has faults that leave no machine to draw.") : drawing)}</div>
            </div>
            """);
    }

    /// <summary>The same page with the graph running the other way.</summary>
    public static Link Turned(ConsoleContext context, Link page)
        => page.With(ReaderSettings.Direction, ReaderSettings.NameOf(context.Direction == GraphDirection.Right ? GraphDirection.Down : GraphDirection.Right));

    public static Markup Machine(ConsoleContext context, MachinePicture picture)
        => picture.GraphOf(context.Direction) is { } graph ? Markup.Drawing(graph.Write(new SvgOptions { IsInPage = true })) : Markup.Empty;

    /// <summary>The drawing of an execution, coloured by outcome. FEATURES V-008.</summary>
    public static Markup Execution(ConsoleContext context, MachinePicture picture, ExecutionModel model, IReadOnlyDictionary<string, int> chosen)
    {
        if (picture.GraphOf(context.Direction) is not { } graph)
            return Markup.Empty;
        return Markup.Drawing(graph.Write(Options(model, ExecutionOverlay.Of(model, chosen)) with { IsInPage = true }));
    }

    public static SvgOptions Options(ExecutionModel model, ExecutionOverlay overlay) => new()
    {
        Visited = overlay.Tallies.ToDictionary(static pair => pair.Key, static pair => pair.Value.Outcome, StringComparer.Ordinal),
        Transitions = model.Transitions.Keys.ToHashSet(),
        Notes = overlay.Tallies.Where(static pair => Note(pair.Value) is not null).ToDictionary(static pair => pair.Key, static pair => Note(pair.Value)!, StringComparer.Ordinal),
    };

    public static Markup Legend()
        => Markup.Of($"""
            <ul class="legend" aria-label="Colours">{Enum.GetValues<StateOutcome>().Select(static outcome => Markup.Of($"<li>{Icons.Of(outcome)}{Bits.NameOf(outcome)}</li>"))}<li><span class="badge missed"></span>Not reached</li></ul>
            """);

    // What a colour does not say: how a Map's iterations stand, how often a loop came by, how often a Task was tried.
    private static string? Note(StateTally tally)
    {
        StateVisit shown = tally.Shown;
        if (shown.Type == "Map" && tally.Total == 1 && shown.Lanes.Count > 0)
        {
            int done = shown.Lanes.Count(static lane => lane.Status == LaneStatus.Succeeded), failed = shown.Lanes.Count(static lane => lane.Status == LaneStatus.Failed);
            int all = Math.Max(shown.ItemCount, shown.Lanes.Count);
            return failed > 0 ? FormattableString.Invariant($"{done}/{all} · {failed} failed") : FormattableString.Invariant($"{done}/{all}");
        }

        if (tally.Total > 1)
        {
            int failed = tally[StateOutcome.Failed], running = tally[StateOutcome.Running];
            return failed > 0 ? FormattableString.Invariant($"×{tally.Total} · {failed} failed")
                : running > 0 ? FormattableString.Invariant($"×{tally.Total} · {running} running")
                : FormattableString.Invariant($"×{tally.Total}");
        }

        return shown is { Type: "Task", Attempts.Count: > 1 } ? FormattableString.Invariant($"{shown.Attempts.Count} attempts") : null;
    }
}

using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>The iterations of a Map as a grid of colours, those that failed by number. FEATURES V-011.</summary>
internal static class IterationGrid
{
    private const int MostShown = 2000;
    private const int MostListed = 100;

    public static Markup Of(StateVisit map)
    {
        if (map.Lanes.Count == 0)
            return Markup.Of($"""<p class="none">No iteration has begun.</p>""");
        Markup more = map.Lanes.Count > MostShown ? Markup.Of($"""<p class="hint">The first {MostShown} of {map.Lanes.Count}; any can be chosen by its number above the graph.</p>""") : Markup.Empty;
        return Markup.Of($"""
            {Listed(map, LaneStatus.Failed, "Failed")}{Listed(map, LaneStatus.Aborted, "Aborted")}
            <div class="iterations" role="group" aria-label="Iterations">{map.Lanes.Take(MostShown).Select(lane => Cell(map, lane))}</div>{more}
            """);
    }

    public static string ClassOf(LaneStatus status) => status switch
    {
        LaneStatus.Running => "running",
        LaneStatus.Succeeded => "succeeded",
        LaneStatus.Failed => "failed",
        _ => "cancelled",
    };

    private static Markup Cell(StateVisit map, VisitLane lane)
        => Markup.Of($"""<button type="button" class="{ClassOf(lane.Status)}" data-choose="{map.Name}" data-iteration="{lane.Index}" title="#{lane.Index}: {lane.Status.ToString()}" aria-label="Iteration {lane.Index}, {lane.Status.ToString()}"></button>""");

    private static Markup Listed(StateVisit map, LaneStatus status, string title)
    {
        VisitLane[] lanes = [.. map.Lanes.Where(lane => lane.Status == status).Take(MostListed + 1)];
        if (lanes.Length == 0)
            return Markup.Empty;
        Markup more = lanes.Length > MostListed ? Markup.Of($"<li>…</li>") : Markup.Empty;
        return Markup.Of($"""<details class="listed"{Flag.Open(status == LaneStatus.Failed)}><summary>{title} {map.Lanes.Count(lane => lane.Status == status)}</summary><ul class="numbers {ClassOf(status)}">{lanes.Take(MostListed).Select(lane => Markup.Of($"""<li><button type="button" data-choose="{map.Name}" data-iteration="{lane.Index}">#{lane.Index}</button></li>"""))}{more}</ul></details>""");
    }
}

using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>The visits of an execution in time, as a tree with bars. FEATURES V-010.</summary>
internal static class VisitTable
{
    private const int PageSize = 100;

    // So many branches or iterations are shown open at first.
    private const int FewLanes = 4;

    /// <param name="watched">The execution.</param>
    /// <param name="open">The rows that are open, by key; null for those that are at first.</param>
    /// <param name="from">How many visits of the execution's own flow to pass over.</param>
    public static Markup Of(Watched watched, IReadOnlySet<string>? open, int from) => watched.Use(model =>
    {
        from = Math.Clamp(from, 0, Math.Max(0, (model.Root.Visits.Count - 1) / PageSize * PageSize));
        List<Markup> rows = [];
        Rows table = new(watched, open, rows);
        foreach (StateVisit visit in model.Root.Visits.Skip(from).Take(PageSize))
            table.Add(visit, 1);
        if (rows.Count == 0)
            return Bits.Empty("Nothing yet", "No state was entered.");
        return Markup.Of($"""
            <table class="rows visits-table" role="treegrid" aria-label="States in time"><thead><tr><th>State</th><th>Type</th><th>Status</th><th>Resource</th><th class="number">Started after</th><th class="number">Duration</th><th class="time">Timeline</th></tr></thead>
            <tbody>{rows}</tbody></table>{Pager(watched, from, model.Root.Visits.Count)}
            """);
    });

    private static Markup Pager(Watched watched, int from, int count)
    {
        if (count <= PageSize)
            return Markup.Empty;
        Link To(int start) => watched.Links.Part("table", watched.Arn).With("from", FormattableString.Invariant($"{start}"));
        Markup before = from > 0 ? Markup.Of($"""<button type="button" class="button small" data-turn="{To(from - PageSize).ToString()}">Earlier</button>""") : Markup.Empty;
        Markup after = from + PageSize < count ? Markup.Of($"""<button type="button" class="button small" data-turn="{To(from + PageSize).ToString()}">Later</button>""") : Markup.Empty;
        return Markup.Of($"""<nav class="pager" aria-label="Pages">{before}<span>{from + 1} to {Math.Min(count, from + PageSize)} of {Moments.Count(count)}</span>{after}</nav>""");
    }

    private sealed class Rows(Watched watched, IReadOnlySet<string>? open, List<Markup> rows)
    {
        private readonly long _start = watched.Summary.StartDate.UtcTicks;
        private readonly long _span = Math.Max(1, watched.End.UtcTicks - watched.Summary.StartDate.UtcTicks);

        public void Add(StateVisit visit, int level)
        {
            string key = FormattableString.Invariant($"v{visit.Number}");
            bool hasLanes = visit.Lanes.Count > 0, isOpen = hasLanes && (open?.Contains(key) ?? visit.Lanes.Count <= FewLanes);
            long end = visit.EndTicks > 0 ? visit.EndTicks : watched.End.UtcTicks;
            rows.Add(Markup.Of($"""
                <tr class="visit" tabindex="-1" aria-level="{level}" data-visit="{visit.Number}" data-state="{visit.Name}"><td><div class="tree level-{Math.Min(level, 9)}">{Toggle(key, hasLanes, isOpen, visit.Name)}{Icons.OfType(visit.Type)}<button type="button" class="name" data-open="yes">{visit.Name}</button></div></td>
                <td>{visit.Type}</td><td>{Bits.Outcome(visit.Outcome)}</td><td class="resource" title="{visit.Resource}">{(visit.Resource is { } resource ? Arns.ShortResource(resource) : null)}</td><td class="number">{Moments.Length(visit.StartTicks - _start)}</td><td class="number">{Moments.Length(end - visit.StartTicks)}</td><td class="time">{TimeBar.Of(visit, _start, _span, end)}</td></tr>
                """));
            if (isOpen)
                AddLanes(visit, level + 1);
        }

        // The first ones, and after them what did not succeed.
        private void AddLanes(StateVisit visit, int level)
        {
            VisitLane[] shown = [.. visit.Lanes.Take(PageSize), .. visit.Lanes.Skip(PageSize).Where(static lane => lane.Status is LaneStatus.Failed or LaneStatus.Aborted).Take(PageSize)];
            foreach (VisitLane lane in shown)
                Add(visit, lane, level);
            if (shown.Length < visit.Lanes.Count)
                rows.Add(Markup.Of($"""<tr><td colspan="7" class="hint">{Moments.Count(visit.Lanes.Count - shown.Length)} more; any can be chosen by its number above the graph.</td></tr>"""));
        }

        private void Add(StateVisit owner, VisitLane lane, int level)
        {
            string key = FormattableString.Invariant($"v{owner.Number}.{lane.Index}");
            bool isOpen = open?.Contains(key) ?? owner.Lanes.Count <= FewLanes;
            string name = owner.Type == "Map" ? FormattableString.Invariant($"#{lane.Index}") : FormattableString.Invariant($"Branch {lane.Index + 1}");
            rows.Add(Markup.Of($"""
                <tr class="lane" aria-level="{level}"><td><div class="tree level-{Math.Min(level, 9)}">{Toggle(key, lane.Visits.Count > 0, isOpen, name)}<span class="dot {IterationGrid.ClassOf(lane.Status)}"></span>{name}</div></td><td colspan="6" class="sub">{(isOpen || lane.Visits.Count == 0 ? "" : string.Join(" → ", lane.Visits.Take(8).Select(static visit => visit.Name)))}</td></tr>
                """));
            if (!isOpen)
                return;
            foreach (StateVisit visit in lane.Visits.Take(PageSize))
                Add(visit, level + 1);
            if (lane.Visits.Count > PageSize)
                rows.Add(Markup.Of($"""<tr><td colspan="7" class="hint">{Moments.Count(lane.Visits.Count - PageSize)} more; see the events.</td></tr>"""));
        }

        private static Markup Toggle(string key, bool isThere, bool isOpen, string name) => isThere
            ? Markup.Of($"""<button type="button" class="toggle" data-node="{key}" aria-expanded="{(isOpen ? "true" : "false")}" aria-label="{name}">{Icons.Chevron}</button>""")
            : Markup.Of($"""<span class="toggle"></span>""");
    }
}

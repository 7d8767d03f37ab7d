using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages;

/// <summary>The children of a distributed Map: how they stand, which failed. FEATURES V-015.</summary>
internal static class MapRunPage
{
    private const int PageSize = 50;

    /// <summary>The page; null when the ARN is that of no run.</summary>
    public static Markup? Of(ConsoleContext context, string mapRunArn, string executionArn, IQueryCollection query)
    {
        if (Arns.ChildMachine(mapRunArn) is not { } machine)
            return null;
        Markup body = Markup.Of($"""
            {PageFrame.Path(("Executions", context.Links.Executions), (Arns.Last(executionArn), context.Links.Execution(executionArn)))}
            <div class="head"><div><h1>Map Run</h1><p class="sub arn">{mapRunArn}{Bits.CopyButton(mapRunArn, "ARN")}</p></div></div>
            <div id="list" data-live="{context.Links.LiveList(machine)}">{List(context, mapRunArn, machine, executionArn, query)}</div>
            """);
        return PageFrame.Of(context, "Map Run", "executions", body);
    }

    private static Markup List(ConsoleContext context, string mapRunArn, string machine, string executionArn, IQueryCollection query)
    {
        ExecutionStatus? status = Enum.TryParse(query["status"], ignoreCase: true, out ExecutionStatus known) && Enum.IsDefined(known) ? known : null;
        int skip = int.TryParse(query["skip"], out int asked) ? Math.Max(0, asked) : 0;
        (IReadOnlyDictionary<ExecutionStatus, int> counts, IReadOnlyList<ExecutionSummary> children) = context.Reader.ListItems(executionArn, machine, status, skip, PageSize);
        int all = counts.Values.Sum(), wanted = status is { } one ? counts.GetValueOrDefault(one) : all;
        Link here = context.Links.MapRun(mapRunArn, executionArn);
        Markup table = children.Count == 0 ? Bits.Empty("No children", "None is as the filter says.") : Markup.Of($"""
            <div class="card"><table class="rows executions"><thead><tr><th>Child</th><th>Status</th><th>Started</th><th class="number">Duration</th></tr></thead><tbody>{children.Select(child => Markup.Of($"""
            <tr><td><a class="name" href="{context.Links.Execution(child.ExecutionArn)}">{child.Name}</a></td><td>{Bits.Status(child.Status)}</td><td>{Bits.Time(child.StartDate)}</td><td class="number">{Moments.Length((child.StopDate ?? context.Now) - child.StartDate)}</td></tr>
            """))}</tbody></table></div>
            """);
        Link Turn(int to) => here.With("status", status?.ToString()).With("skip", FormattableString.Invariant($"{to}"));
        Markup before = skip > 0 ? Markup.Of($"""<a class="button small" rel="prev" href="{Turn(Math.Max(0, skip - PageSize))}">Newer</a>""") : Markup.Empty;
        Markup after = skip + PageSize < wanted ? Markup.Of($"""<a class="button small" rel="next" href="{Turn(skip + PageSize)}">Older</a>""") : Markup.Empty;
        return Markup.Of($"""
            {Progress(counts, all)}
            <div class="tiles"><a class="tile" href="{here}"><span class="count">{Moments.Count(all)}</span><span>All children</span></a>{Enum.GetValues<ExecutionStatus>().Select(each => Markup.Of($"""<a class="tile {Bits.OutcomeOf(each).ToString().ToLowerInvariant()}" href="{here.With("status", each.ToString())}"><span class="count">{Moments.Count(counts.GetValueOrDefault(each))}</span><span>{Icons.Of(Bits.OutcomeOf(each))}{Bits.NameOf(each)}</span></a>"""))}</div>
            {table}<nav class="pager" aria-label="Pages">{before}{after}</nav>
            """);
    }

    private static Markup Progress(IReadOnlyDictionary<ExecutionStatus, int> counts, int all)
    {
        double at = 0;
        List<Markup> parts = [];
        foreach (ExecutionStatus status in Enum.GetValues<ExecutionStatus>().OrderBy(static status => status == ExecutionStatus.Running ? 1 : 0))
        {
            double width = all == 0 ? 0 : counts.GetValueOrDefault(status) * 1000.0 / all;
            parts.Add(Markup.Of($"""<rect class="{Bits.OutcomeOf(status).ToString().ToLowerInvariant()}" x="{at}" y="0" width="{width}" height="10"/>"""));
            at += width;
        }

        return Markup.Of($"""<svg class="bar progress" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{counts.GetValueOrDefault(ExecutionStatus.Succeeded)} of {all} children succeeded">{parts}</svg>""");
    }
}

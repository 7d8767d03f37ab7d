using Compiled.Durable;
using Compiled.MapRuns;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages;

/// <summary>The run of a distributed Map: its limits, how its items stand, its children. FEATURES V-015.</summary>
internal static class MapRunPage
{
    private const int PageSize = 25;

    /// <exception cref="MapRunDoesNotExistException">There is no such run.</exception>
    public static Markup Of(ConsoleContext context, string mapRunArn, IQueryCollection query)
    {
        MapRunDescription run = context.Executions.DescribeMapRun(mapRunArn);
        string execution = run.Summary.ExecutionArn;
        Markup body = Markup.Of($"""
            {PageFrame.Path(("Executions", context.Links.Executions), (Arns.Last(execution), context.Links.Execution(execution)))}
            <div class="head"><div><h1>Map Run</h1><p class="sub arn">{mapRunArn}{Bits.CopyButton(mapRunArn, "ARN")}</p></div></div>
            <div id="list" data-live="{context.Links.LiveList(null).With("maprun", mapRunArn)}">{List(context, run, ExecutionFilters.Of(query))}</div>
            """);
        return PageFrame.Of(context, "Map Run", "executions", body);
    }

    private static Markup List(ConsoleContext context, MapRunDescription run, ExecutionFilters filters)
    {
        ExecutionPage page = context.Reader.List(
            new ExecutionQuery { MapRun = run.MapRunArn, Status = filters.Status, WithItems = true }, string.IsNullOrEmpty(filters.Token) ? null : filters.Token, PageSize);
        Link here = context.Links.MapRun(run.MapRunArn);
        Markup table = page.Executions.Count == 0 ? Bits.Empty("No children", "None is as the filter says.") : Markup.Of($"""
            <div class="card"><table class="rows executions"><thead><tr><th>Child</th><th>Status</th><th>Started</th><th class="number">Duration</th></tr></thead><tbody>{page.Executions.Select(child => Markup.Of($"""
            <tr><td><a class="name" href="{context.Links.Execution(child.ExecutionArn)}">{child.Name}</a></td><td>{Bits.Status(child.Status)}</td><td>{Bits.Time(child.StartDate)}</td><td class="number">{Moments.Length((child.StopDate ?? context.Now) - child.StartDate)}</td></tr>
            """))}</tbody></table></div>
            """);
        Markup newest = string.IsNullOrEmpty(filters.Token) ? Markup.Empty : Markup.Of($"""<a class="button small" href="{here.With("status", filters.Status?.ToString())}">Newest</a>""");
        Markup older = page.NextToken is null ? Markup.Empty : Markup.Of($"""<a class="button small" rel="next" href="{here.With("status", filters.Status?.ToString()).With("token", page.NextToken)}">Older</a>""");
        MapRunCounts counts = run.ExecutionCounts;
        return Markup.Of($"""
            {Bits.Facts(
                ("Status", Markup.Of($"{run.Status.ToString()}")), ("Started", Bits.Time(run.Summary.StartDate)), ("Ended", run.Summary.StopDate is { } stop ? Bits.Time(stop) : Markup.Empty),
                ("At once", Markup.Of($"{(run.MaxConcurrency == 0 ? "no limit" : Moments.Count(run.MaxConcurrency))}")), ("Tolerated failures", Markup.Of($"{run.ToleratedFailureCount} or {run.ToleratedFailurePercentage} %")),
                ("Redriven", run.RedriveCount > 0 ? Markup.Of($"{run.RedriveCount}") : Markup.Empty))}
            {Progress(run.ItemCounts)}
            <div class="tiles"><a class="tile" href="{here}"><span class="count">{Moments.Count(counts.Total)}</span><span>All children</span></a>
            {Tile(here, ExecutionStatus.Running, counts.Running)}{Tile(here, ExecutionStatus.Succeeded, counts.Succeeded)}{Tile(here, ExecutionStatus.Failed, counts.Failed)}{Tile(here, ExecutionStatus.TimedOut, counts.TimedOut)}{Tile(here, ExecutionStatus.Aborted, counts.Aborted)}</div>
            {table}<nav class="pager" aria-label="Pages">{newest}{older}</nav>
            """);
    }

    private static Markup Tile(Link here, ExecutionStatus status, long count) => Markup.Of($"""
        <a class="tile {Bits.OutcomeOf(status).ToString().ToLowerInvariant()}" href="{here.With("status", status.ToString())}"><span class="count">{Moments.Count(count)}</span><span>{Icons.Of(Bits.OutcomeOf(status))}{Bits.NameOf(status)}</span></a>
        """);

    private static Markup Progress(MapRunCounts items)
    {
        double at = 0;
        List<Markup> parts = [];
        foreach ((string kind, long count) in new[] { ("succeeded", (long)items.Succeeded), ("failed", items.Failed + items.TimedOut), ("cancelled", items.Aborted), ("running", items.Running) })
        {
            double width = items.Total == 0 ? 0 : count * 1000.0 / items.Total;
            parts.Add(Markup.Of($"""<rect class="{kind}" x="{at}" y="0" width="{width}" height="10"/>"""));
            at += width;
        }

        return Markup.Of($"""<svg class="bar progress" viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{items.Succeeded} of {items.Total} items succeeded">{parts}</svg>""");
    }
}

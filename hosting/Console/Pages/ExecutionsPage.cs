using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>The executions of all machines.</summary>
internal static class ExecutionsPage
{
    public static Markup Of(ConsoleContext context, ExecutionFilters filters)
    {
        IReadOnlyDictionary<ExecutionStatus, long> counts = context.Reader.CountByStatus();
        Markup body = Markup.Of($"""
            <div class="head"><div><h1>Executions</h1><p class="sub">{Moments.Count(counts.Values.Sum())} in all</p></div></div>
            <div class="tiles">{Enum.GetValues<ExecutionStatus>().Select(status => Tile(context, status, counts.GetValueOrDefault(status)))}</div>
            {filters.Form(context.Links.Executions, null)}
            <div id="list" data-live="{context.Links.LiveList(null)}">{ExecutionList.Of(context, null, filters)}</div>
            """);
        return PageFrame.Of(context, "Executions", "executions", body);
    }

    private static Markup Tile(ConsoleContext context, ExecutionStatus status, long count) => Markup.Of($"""
        <a class="tile {Bits.OutcomeOf(status).ToString().ToLowerInvariant()}" href="{context.Links.Executions.With("status", status.ToString())}"><span class="count">{Moments.Count(count)}</span><span>{Icons.Of(Bits.OutcomeOf(status))}{Bits.NameOf(status)}</span></a>
        """);
}

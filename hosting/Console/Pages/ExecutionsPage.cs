using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>The executions of all machines.</summary>
internal static class ExecutionsPage
{
    /// <param name="context">The console.</param>
    /// <param name="filters">Which ones.</param>
    /// <param name="isExpress">The Express ones that are kept, in place of the journal's.</param>
    public static Markup Of(ConsoleContext context, ExecutionFilters filters, bool isExpress)
    {
        Link express = context.Links.Executions.With("tab", "express");
        Markup body = Markup.Of($"""
            <div class="head"><div><h1>Executions</h1></div></div>
            {Bits.Tabs("Kind of executions", isExpress ? "express" : "standard", ("standard", "Standard", context.Links.Executions), ("express", "Express", express))}
            {(isExpress ? Markup.Empty : Tiles(context))}
            {filters.Form(context.Links.Executions, isExpress ? "express" : null)}
            <div id="list" data-live="{context.Links.LiveList(null)}">{(isExpress ? ExpressList.Of(context, null, filters) : ExecutionList.Of(context, null, filters))}</div>
            """);
        return PageFrame.Of(context, "Executions", "executions", body);
    }

    private static Markup Tiles(ConsoleContext context)
    {
        IReadOnlyDictionary<ExecutionStatus, long> counts = context.Reader.CountByStatus();
        return Markup.Of($"""<div class="tiles">{Enum.GetValues<ExecutionStatus>().Select(status => Tile(context, status, counts.GetValueOrDefault(status)))}</div>""");
    }

    private static Markup Tile(ConsoleContext context, ExecutionStatus status, long count) => Markup.Of($"""
        <a class="tile {Bits.OutcomeOf(status).ToString().ToLowerInvariant()}" href="{context.Links.Executions.With("status", status.ToString())}"><span class="count">{Moments.Count(count)}</span><span>{Icons.Of(Bits.OutcomeOf(status))}{Bits.NameOf(status)}</span></a>
        """);
}

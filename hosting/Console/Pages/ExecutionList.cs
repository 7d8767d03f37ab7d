using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>A page of executions, those of one machine or of all.</summary>
internal static class ExecutionList
{
    private const int PageSize = 25;

    /// <summary>The table and the way to older ones.</summary>
    public static Markup Of(ConsoleContext context, string? machine, ExecutionFilters filters)
    {
        ExecutionPage page;
        try
        {
            page = context.Reader.List(filters.QueryOf(machine, context.Now), string.IsNullOrEmpty(filters.Token) ? null : filters.Token, PageSize);
        }
        catch (InvalidPageTokenException)
        {
            return Of(context, machine, filters with { Token = null });
        }

        if (page.Executions.Count == 0)
        {
            return filters.IsAny
                ? Bits.Empty("No executions yet", "Start one, and it shows here as it goes.")
                : Bits.Empty("Nothing found", "No execution is as the filters say.");
        }

        Markup column = machine is null ? Markup.Of($"<th>Machine</th>") : Markup.Empty;
        return Markup.Of($"""
            <div class="card"><table class="rows executions"><thead><tr><th>Name</th><th>Status</th>{column}<th>Started</th><th class="number">Duration</th></tr></thead>
            <tbody>{page.Executions.Select(execution => Row(context, execution, machine is null))}</tbody></table></div>
            {Pager(context, machine, filters, page.NextToken)}
            """);
    }

    private static Markup Row(ConsoleContext context, ExecutionSummary execution, bool withMachine)
    {
        Markup machine = withMachine
            ? Markup.Of($"""<td><a href="{context.Links.Machine(execution.StateMachineArn)}">{Arns.MachineName(execution.StateMachineArn)}</a></td>""")
            : Markup.Empty;
        Markup redriven = execution.RedriveCount > 0 ? Markup.Of($"""<span class="tag" title="Redriven">{Icons.Redrive}{execution.RedriveCount}</span>""") : Markup.Empty;
        Markup length = execution.StopDate is { } stop
            ? Markup.Of($"{Moments.Length(stop - execution.StartDate)}")
            : Markup.Of($"""<span data-since="{Moments.Iso(execution.StartDate)}">{Moments.Length(context.Now - execution.StartDate)}</span>""");
        return Markup.Of($"""
            <tr><td><a class="name" href="{context.Links.Execution(execution.ExecutionArn)}">{execution.Name}</a>{redriven}</td><td>{Bits.Status(execution.Status)}</td>
            {machine}<td>{Bits.Time(execution.StartDate)}</td><td class="number">{length}</td></tr>
            """);
    }

    private static Markup Pager(ConsoleContext context, string? machine, ExecutionFilters filters, string? next)
    {
        Link here = machine is null ? context.Links.Executions : context.Links.Machine(machine);
        Markup newest = string.IsNullOrEmpty(filters.Token) ? Markup.Empty : Markup.Of($"""<a class="button small" href="{filters.On(here)}">Newest</a>""");
        Markup older = next is null ? Markup.Empty : Markup.Of($"""<a class="button small" rel="next" href="{filters.On(here, next)}">Older</a>""");
        return newest.IsEmpty && older.IsEmpty ? Markup.Empty : Markup.Of($"""<nav class="pager" aria-label="Pages">{newest}{older}</nav>""");
    }
}

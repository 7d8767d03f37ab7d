using System.Globalization;
using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>A page of the Express executions that the host keeps, those of one machine or of all. FEATURES V-018.</summary>
internal static class ExpressList
{
    private const int PageSize = 25;

    /// <summary>Those that the filters let through, the newest first.</summary>
    public static IEnumerable<ExecutionSummary> Find(ConsoleContext context, string? machine, ExecutionFilters? filters)
    {
        ExecutionQuery? query = filters?.QueryOf(machine, context.Now);
        return (context.Express?.List() ?? []).Where(execution => (machine is null || execution.StateMachineArn == machine)
            && (query is null || ((query.Status is null || execution.Status == query.Status) && (query.NamePrefix is null || execution.Name.StartsWith(query.NamePrefix, StringComparison.Ordinal))
                && (query.StartedFrom is null || execution.StartDate >= query.StartedFrom) && (query.StartedBefore is null || execution.StartDate < query.StartedBefore))));
    }

    /// <summary>The table, what is kept at all, and the way to older ones.</summary>
    public static Markup Of(ConsoleContext context, string? machine, ExecutionFilters filters)
    {
        Markup keeping = Markup.Of($"""<p class="hint kept">{context.Express?.Keeping ?? "Express executions are in no journal, and this console's host keeps none in memory (IConsoleExpress)."}</p>""");
        int skip = int.TryParse(filters.Token, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
        ExecutionSummary[] found = [.. Find(context, machine, filters).Skip(skip).Take(PageSize + 1)];
        if (found.Length == 0)
        {
            return Markup.Of($"{keeping}{(filters.IsAny
                ? Bits.Empty("No Express executions", "Those of machines that log show here (loggingConfiguration with a level other than OFF).")
                : Bits.Empty("Nothing found", "No execution that is kept is as the filters say."))}");
        }

        Markup column = machine is null ? Markup.Of($"<th>Machine</th>") : Markup.Empty;
        return Markup.Of($"""
            {keeping}<div class="card"><table class="rows executions"><thead><tr><th>Name</th><th>Status</th>{column}<th>Started</th><th class="number">Duration</th></tr></thead>
            <tbody>{found.Take(PageSize).Select(execution => Row(context, execution, machine is null))}</tbody></table></div>{Pager(context, machine, filters, skip, found.Length > PageSize)}
            """);
    }

    private static Markup Row(ConsoleContext context, ExecutionSummary execution, bool withMachine)
    {
        Markup machine = withMachine ? Markup.Of($"""<td><a href="{context.Links.Machine(execution.StateMachineArn)}">{Arns.MachineName(execution.StateMachineArn)}</a></td>""") : Markup.Empty;
        return Markup.Of($"""
            <tr><td><a class="name" href="{context.Links.Execution(execution.ExecutionArn)}">{execution.Name}</a></td><td>{Bits.Status(execution.Status)}</td>{machine}<td>{Bits.Time(execution.StartDate)}</td><td class="number">{Moments.Length((execution.StopDate ?? context.Now) - execution.StartDate)}</td></tr>
            """);
    }

    private static Markup Pager(ConsoleContext context, string? machine, ExecutionFilters filters, int skip, bool hasMore)
    {
        Link page = machine is null ? context.Links.Executions.With("tab", "express") : context.Links.Machine(machine);
        Markup newest = skip > 0 ? Markup.Of($"""<a class="button small" href="{filters.On(page)}">Newest</a>""") : Markup.Empty;
        Markup older = hasMore ? Markup.Of($"""<a class="button small" rel="next" href="{filters.On(page, (skip + PageSize).ToString(CultureInfo.InvariantCulture))}">Older</a>""") : Markup.Empty;
        return Markup.Of($"""<nav class="pager" aria-label="Pages">{newest}{older}</nav>""");
    }
}

using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>The list of machines. FEATURES V-001.</summary>
internal static class MachinesPage
{
    private const int PageSize = 25;

    // How many executions the strip beside a machine shows.
    private const int StripLength = 24;

    public static async ValueTask<Markup> OfAsync(ConsoleContext context, string? search, int page, CancellationToken cancellationToken)
    {
        page = Math.Clamp(page, 1, 1_000_000);
        ConsoleMachinePage found = await context.Machines.ListAsync(search, (page - 1) * PageSize, PageSize, cancellationToken).ConfigureAwait(false);
        Markup list = found.Machines.Count > 0 ? Table(context, found)
            : string.IsNullOrEmpty(search) ? Bits.Empty("No machines yet", "Create one here, or send a definition through the API.")
            : Bits.Empty("Nothing found", $"No machine's name contains '{search}'.");
        Markup body = Markup.Of($"""
            <div class="head"><div><h1>Machines</h1><p class="sub">{Moments.Count(found.Total)} in all</p></div>
            <div class="actions"><a class="button primary" href="{context.Links.Create}">{Icons.Plus}Create machine</a></div></div>
            <form class="filters" method="get" role="search" data-instant="yes">
            <label class="search">{Icons.Search}<input type="search" name="q" value="{search}" placeholder="Find machines by name" aria-label="Find machines by name" data-key="/"></label>
            </form>
            <div id="list">{list}{Pager(context, search, page, found.Total)}</div>
            """);
        return PageFrame.Of(context, "Machines", "machines", body);
    }

    private static Markup Table(ConsoleContext context, ConsoleMachinePage found) => Markup.Of($"""
        <div class="card"><table class="rows"><thead><tr><th>Name</th><th>Type</th><th>Latest executions</th><th>Created</th><th><span class="hidden">Start</span></th></tr></thead>
        <tbody>{found.Machines.Select(machine => Row(context, machine))}</tbody></table></div>
        """);

    private static Markup Row(ConsoleContext context, ConsoleMachineRow machine) => Markup.Of($"""
        <tr><td><a class="name" href="{context.Links.Machine(machine.Arn)}">{machine.Name}</a></td><td>{Bits.Type(machine.Type)}{Bits.Deleting(machine)}</td>
        <td>{Strip(context, machine)}</td><td>{Bits.Time(machine.Created)}</td>
        <td class="end"><a class="button small" href="{context.Links.Start(machine.Arn)}" aria-label="Start {machine.Name}">{Icons.Play}Start</a></td></tr>
        """);

    // The oldest at the left, as time goes.
    private static Markup Strip(ConsoleContext context, ConsoleMachineRow machine)
    {
        IReadOnlyList<ExecutionSummary> latest = machine.Type == MachineType.Express
            ? [.. ExpressList.Find(context, machine.Arn, null).Take(StripLength)]
            : context.Reader.List(new ExecutionQuery { Machine = machine.Arn }, null, StripLength).Executions;
        if (latest.Count == 0)
            return Markup.Of($"""<span class="none">None yet</span>""");
        return Markup.Of($"""<div class="strip">{latest.Reverse().Select(execution => Markup.Of($"""<a class="{Bits.OutcomeOf(execution.Status).ToString().ToLowerInvariant()}" href="{context.Links.Execution(execution.ExecutionArn)}" title="{execution.Name}: {Bits.NameOf(execution.Status)}" aria-label="{execution.Name}: {Bits.NameOf(execution.Status)}"></a>"""))}</div>""");
    }

    private static Markup Pager(ConsoleContext context, string? search, int page, int total)
    {
        int last = Math.Max(1, (total + PageSize - 1) / PageSize);
        if (last == 1)
            return Markup.Empty;
        Link To(int number) => context.Links.Machines.With("q", search).With("page", number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Markup before = page > 1 ? Markup.Of($"""<a class="button small" rel="prev" href="{To(page - 1)}">Previous</a>""") : Markup.Empty;
        Markup after = page < last ? Markup.Of($"""<a class="button small" rel="next" href="{To(page + 1)}">Next</a>""") : Markup.Empty;
        return Markup.Of($"""<nav class="pager" aria-label="Pages">{before}<span>Page {page} of {last}</span>{after}</nav>""");
    }
}

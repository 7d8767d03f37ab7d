using System.Globalization;
using Compiled.History;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>Which events a table shows, as its address tells.</summary>
/// <param name="Kind">Only those of a kind: <c>failed</c>, <c>state</c>, <c>task</c> and so on; null for all.</param>
/// <param name="State">Only those of this state; null for all.</param>
/// <param name="IsNewestFirst">The newest first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Event">The event that is wanted, in place of a page.</param>
/// <param name="From">Only those at this time or later, as the field gives it, UTC; null for all.</param>
/// <param name="To">Only those before the end of this second, likewise.</param>
internal sealed record EventFilters(string? Kind, string? State, bool IsNewestFirst, int Page, int? Event, string? From = null, string? To = null)
{
    private static readonly (string Key, string Name)[] s_kinds =
    [
        ("failed", "Errors"), ("state", "States entered and left"), ("task", "Tasks"), ("map", "Map iterations and runs"), ("execution", "The execution"),
    ];

    public static EventFilters Of(IQueryCollection query) => new(
        string.IsNullOrEmpty(query["kind"]) ? null : (string?)query["kind"], string.IsNullOrEmpty(query["of"]) ? null : (string?)query["of"], query["order"] == "newest",
        Number(query["page"]) ?? 1, Number(query["event"]), query["from"], query["to"]);

    /// <summary>The events in order.</summary>
    public List<EventRow> Find(ExecutionModel model)
    {
        List<EventRow> found = [];
        // A field that is filled to the second means all of that second, one to the minute all of that minute.
        long from = ExecutionFilters.TimeOf(From)?.UtcTicks ?? 0, to = ExecutionFilters.TimeOf(To) is { } end ? end.UtcTicks + (To!.Length > "2026-01-01T00:00".Length ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMinute) : long.MaxValue;
        foreach (EventRow row in model.Events)
        {
            if (row.Ticks >= from && row.Ticks < to && (Kind is null || IsOf(row.Type, Kind)) && (State is null || (row.Visit >= 0 && model.Visits[row.Visit].Name == State)))
                found.Add(row);
        }

        if (IsNewestFirst)
            found.Reverse();
        return found;
    }

    public Link On(Link link, int? page = null)
        => link.With("kind", Kind).With("of", State).With("order", IsNewestFirst ? "newest" : null).With("from", From).With("to", To).With("page", page?.ToString(CultureInfo.InvariantCulture))
            .With("event", page is null ? Event?.ToString(CultureInfo.InvariantCulture) : null);

    public Markup Form(Watched watched, ExecutionModel model)
    {
        string[] states = [.. model.Visits.Select(static visit => visit.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Markup.Of($"""
            <form class="filters" method="get" action="{watched.Links.Execution(watched.Arn)}" role="search" aria-label="Filter events" data-instant="yes"><input type="hidden" name="view" value="events">
            <select name="kind" aria-label="Kind of events"><option value="">All events</option>{s_kinds.Select(kind => Markup.Of($"""<option value="{kind.Key}"{Flag.Selected(kind.Key == Kind)}>{kind.Name}</option>"""))}</select>
            <select name="of" aria-label="State"><option value="">All states</option>{states.Select(state => Markup.Of($"""<option value="{state}"{Flag.Selected(state == State)}>{state}</option>"""))}</select>
            <select name="order" aria-label="Order"><option value="oldest">Oldest first</option><option value="newest"{Flag.Selected(IsNewestFirst)}>Newest first</option></select>
            {ExecutionFilters.Between(From, To, isToTheSecond: true)}
            <noscript><button class="button small">Filter</button></noscript></form>
            """);
    }

    /// <summary>The colour of an event.</summary>
    public static string KindOf(HistoryEventType type)
    {
        string name = type.ToString();
        return name.EndsWith("Failed", StringComparison.Ordinal) || name.EndsWith("TimedOut", StringComparison.Ordinal) || type == HistoryEventType.FailStateEntered ? "failed"
            : name.EndsWith("Aborted", StringComparison.Ordinal) ? "cancelled"
            : name.EndsWith("Succeeded", StringComparison.Ordinal) || name.EndsWith("Exited", StringComparison.Ordinal) ? "succeeded"
            : type == HistoryEventType.ExecutionRedriven || type == HistoryEventType.MapRunRedriven ? "caught"
            : "running";
    }

    private static bool IsOf(HistoryEventType type, string kind)
    {
        string name = type.ToString();
        return kind switch
        {
            "failed" => KindOf(type) is "failed" or "cancelled",
            "state" => name.EndsWith("StateEntered", StringComparison.Ordinal) || name.EndsWith("StateExited", StringComparison.Ordinal),
            "task" => name.StartsWith("Task", StringComparison.Ordinal) && !name.StartsWith("TaskState", StringComparison.Ordinal) || name.StartsWith("Lambda", StringComparison.Ordinal) || name.StartsWith("Activity", StringComparison.Ordinal),
            "map" => name.StartsWith("MapIteration", StringComparison.Ordinal) || name.StartsWith("MapRun", StringComparison.Ordinal),
            "execution" => name.StartsWith("Execution", StringComparison.Ordinal),
            _ => true,
        };
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

using System.Globalization;
using Compiled.History;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>The history of an execution, page by page. FEATURES V-012.</summary>
internal static class EventTable
{
    private const int PageSize = 25;

    /// <summary>Filters and table.</summary>
    public static Markup View(Watched watched, IQueryCollection query)
    {
        EventFilters filters = EventFilters.Of(query);
        return Markup.Of($"""
            {watched.Use(model => filters.Form(watched, model))}
            <div class="card" id="events" data-part="{filters.On(watched.Links.Part("events", watched.Arn))}">{Page(watched, filters)}</div>
            """);
    }

    /// <summary>One page of the events that the filters let through.</summary>
    public static Markup Page(Watched watched, EventFilters filters) => watched.Use(model =>
    {
        List<EventRow> found = filters.Find(model);
        int last = Math.Max(1, (found.Count + PageSize - 1) / PageSize), page = Math.Clamp(filters.Page, 1, last);
        // Asked for one event: the page that it stands on.
        if (filters.Event is { } wanted && found.FindIndex(row => row.Id == wanted) is var at and >= 0)
            page = (at / PageSize) + 1;
        if (found.Count == 0)
            return Bits.Empty("Nothing found", "No event is as the filters say.");
        return Markup.Of($"""{Of(watched, found.GetRange((page - 1) * PageSize, Math.Min(PageSize, found.Count - ((page - 1) * PageSize))), model, filters.Event)}{Pager(watched, filters, page, last, found.Count)}""");
    });

    /// <summary>Events as a table.</summary>
    public static Markup Of(Watched watched, IReadOnlyList<EventRow> events, ExecutionModel model, int? marked = null)
    {
        long start = watched.Summary.StartDate.UtcTicks;
        return Markup.Of($"""
            <table class="rows events"><thead><tr><th class="number">Id</th><th>Type</th><th>State</th><th>Resource</th><th class="number">Elapsed</th><th>Time</th></tr></thead>
            <tbody>{events.Select(row => Row(watched, row, model, start, marked))}</tbody></table>
            """);
    }

    /// <summary>One event whole.</summary>
    public static Markup Details(Watched watched, int id)
    {
        if (watched.ReadEvent(id) is not { } text)
            return Markup.Of($"""<p class="none">There is no event {id}.</p>""");
        List<Markup> parts = [];
        List<(string, Markup)> facts = [("Previous event", text.Whole.TryGetProperty("previousEventId", out var before) ? Markup.Of($"{before.GetRawText()}") : Markup.Empty)];
        if (text.Details.ValueKind == System.Text.Json.JsonValueKind.Object)
        {
            foreach (System.Text.Json.JsonProperty member in text.Details.EnumerateObject())
            {
                if (member.Name is "input" or "output" or "parameters" && member.Value.ValueKind == System.Text.Json.JsonValueKind.String)
                    parts.Add(Bits.Json(char.ToUpperInvariant(member.Name[0]) + member.Name[1..], member.Value.GetString()));
                else if (member.Value.ValueKind == System.Text.Json.JsonValueKind.Object && !member.Name.EndsWith("Details", StringComparison.Ordinal))
                    parts.Add(Bits.Json(member.Name, member.Value.GetRawText()));
                else if (member.Value.ValueKind != System.Text.Json.JsonValueKind.Object)
                    facts.Add((member.Name, Bits.Text(member.Value.ToString())));
            }
        }

        return Markup.Of($"{Bits.Facts(facts)}{parts}");
    }

    private static Markup Row(Watched watched, EventRow row, ExecutionModel model, long start, int? marked)
    {
        StateVisit? visit = row.Visit >= 0 ? model.Visits[row.Visit] : null;
        Markup state = visit is null ? Markup.Empty
            : Markup.Of($"""<a href="{watched.Links.Execution(watched.Arn).With("visit", visit.Number.ToString(CultureInfo.InvariantCulture))}" data-visit="{visit.Number}" data-state="{visit.Name}">{visit.Name}</a><span class="sub">{StatePanel.PlaceOf(visit)}</span>""");
        string? resource = IsWork(row.Type) ? visit?.Resource : null;
        return Markup.Of($"""
            <tr class="event {EventFilters.KindOf(row.Type)}{(row.Id == marked ? " marked" : "")}" id="e{row.Id}"><td class="number">{row.Id}</td><td><button type="button" class="expand" data-event="{watched.Links.Part("event", watched.Arn).With("id", row.Id.ToString(CultureInfo.InvariantCulture)).ToString()}" aria-expanded="false">{Icons.Chevron}<span class="dot"></span>{row.Type.ToString()}</button></td>
            <td>{state}</td><td class="resource" title="{resource}">{(resource is null ? null : Arns.ShortResource(resource))}</td><td class="number">{Moments.Length(row.Ticks - start)}</td><td>{Bits.Time(row.Time, isExact: true)}</td></tr>
            """);
    }

    private static bool IsWork(HistoryEventType type)
        => type.ToString() is var name && !name.Contains("State", StringComparison.Ordinal)
        && (name.StartsWith("Task", StringComparison.Ordinal) || name.StartsWith("Lambda", StringComparison.Ordinal) || name.StartsWith("Activity", StringComparison.Ordinal));

    private static Markup Pager(Watched watched, EventFilters filters, int page, int last, int count)
    {
        string To(int number) => filters.On(watched.Links.Part("events", watched.Arn), number).ToString();
        Markup before = page > 1 ? Markup.Of($"""<button type="button" class="button small" data-turn="{To(1)}">First</button><button type="button" class="button small" data-turn="{To(page - 1)}">Previous</button>""") : Markup.Empty;
        Markup after = page < last ? Markup.Of($"""<button type="button" class="button small" data-turn="{To(page + 1)}">Next</button><button type="button" class="button small" data-turn="{To(last)}">Last</button>""") : Markup.Empty;
        return Markup.Of($"""<nav class="pager" aria-label="Pages">{before}<span>Page {page} of {Moments.Count(last)} · {Moments.Count(count)} events</span>{after}</nav>""");
    }
}

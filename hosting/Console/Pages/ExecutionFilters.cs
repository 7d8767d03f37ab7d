using System.Globalization;
using Compiled.Durable;
using Compiled.WebConsole.Html;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages;

/// <summary>Which executions a list shows, as its address tells. FEATURES V-005.</summary>
internal sealed record ExecutionFilters(ExecutionStatus? Status, string? Name, string? Since, string? From, string? To, string? Token)
{
    private static readonly (string Key, string Name, TimeSpan Age)[] s_ages =
    [
        ("15m", "Last 15 minutes", TimeSpan.FromMinutes(15)),
        ("1h", "Last hour", TimeSpan.FromHours(1)),
        ("24h", "Last 24 hours", TimeSpan.FromHours(24)),
        ("7d", "Last 7 days", TimeSpan.FromDays(7)),
        ("30d", "Last 30 days", TimeSpan.FromDays(30)),
    ];

    public static ExecutionFilters Of(IQueryCollection query) => new(
        Enum.TryParse(query["status"], ignoreCase: true, out ExecutionStatus status) && Enum.IsDefined(status) ? status : null,
        query["name"], query["since"], query["from"], query["to"], query["token"]);

    public bool IsAny => Status is null && string.IsNullOrEmpty(Name) && string.IsNullOrEmpty(Since) && string.IsNullOrEmpty(From) && string.IsNullOrEmpty(To);

    public ExecutionQuery QueryOf(string? machine, DateTimeOffset now)
    {
        DateTimeOffset? since = s_ages.FirstOrDefault(age => age.Key == Since) is { Key: not null } found ? now - found.Age : null;
        return new ExecutionQuery
        {
            Machine = machine,
            Status = Status,
            NamePrefix = string.IsNullOrEmpty(Name) ? null : Name,
            StartedFrom = TimeOf(From) ?? since,
            StartedBefore = TimeOf(To),
        };
    }

    /// <summary>The same filters at another address.</summary>
    public Link On(Link link, string? token = null)
        => link.With("status", Status?.ToString()).With("name", Name).With("since", Since).With("from", From).With("to", To).With("token", token);

    public Markup Form(Link action, string? tab)
    {
        Markup kept = tab is null ? Markup.Empty : Markup.Of($"""<input type="hidden" name="tab" value="{tab}">""");
        return Markup.Of($"""
            <form class="filters" method="get" action="{action}" role="search" aria-label="Filter executions" data-instant="yes">{kept}
            <label class="search">{Icons.Search}<input type="search" name="name" value="{Name}" placeholder="Name begins with" aria-label="Name begins with" data-key="/"></label>
            <fieldset class="chips"><legend class="hidden">Status</legend>{Chip("", "All")}{Enum.GetValues<ExecutionStatus>().Select(status => Chip(status.ToString(), Bits.NameOf(status)))}</fieldset>
            <select name="since" aria-label="Started"><option value="">Any time</option>{s_ages.Select(age => Markup.Of($"""<option value="{age.Key}"{Flag.Selected(age.Key == Since)}>{age.Name}</option>"""))}</select>
            {Between(From, To, isToTheSecond: false)}
            <noscript><button class="button small">Filter</button></noscript>
            </form>
            """);
    }

    /// <summary>The fields for a range of times.</summary>
    public static Markup Between(string? from, string? to, bool isToTheSecond)
    {
        int step = isToTheSecond ? 1 : 60;
        return Markup.Of($"""
            <details class="between"{Flag.Open(!string.IsNullOrEmpty(from) || !string.IsNullOrEmpty(to))}><summary>Between</summary><div>
            <label>From (UTC)<input type="datetime-local" name="from" step="{step}" value="{from}"></label><label>To (UTC)<input type="datetime-local" name="to" step="{step}" value="{to}"></label></div></details>
            """);
    }

    private Markup Chip(string value, string name) => Markup.Of($"""
        <label class="chip {(value.Length > 0 ? Bits.OutcomeOf(Enum.Parse<ExecutionStatus>(value)).ToString().ToLowerInvariant() : "")}"><input type="radio" name="status" value="{value}"{Flag.Checked((Status?.ToString() ?? "") == value)}><span>{name}</span></label>
        """);

    /// <summary>The time that a field holds, UTC; null for none.</summary>
    public static DateTimeOffset? TimeOf(string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}

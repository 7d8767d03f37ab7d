using System.Globalization;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>What is known of one visit of a state, in tabs. FEATURES V-009.</summary>
internal static partial class StatePanel
{
    private const int MostVisitsListed = 500;
    private const int MostEventsListed = 100;

    public static Markup Of(Watched watched, IQueryCollection query)
    {
        Dictionary<string, int> picks = Watched.PicksOf(query);
        string? state = query["state"], tab = query["tab"];
        int? number = int.TryParse(query["visit"], NumberStyles.None, CultureInfo.InvariantCulture, out int asked) ? asked : null;
        return watched.Use(model =>
        {
            StateVisit? visit = number is { } known && known < model.Visits.Count ? model.Visits[known] : null;
            if (visit is null && state is { Length: > 0 })
                visit = ExecutionOverlay.Of(model, picks).Tallies.GetValueOrDefault(state)?.Shown;
            return visit is not null ? OfVisit(watched, model, visit, picks, tab)
                : state is { Length: > 0 } ? NotReached(watched, state)
                : Markup.Of($"""<div class="empty"><p class="empty-title">No state chosen</p><p>Click one in the graph, or walk through it with the arrow keys.</p></div>""");
        });
    }

    /// <summary>An error with its cause.</summary>
    public static Markup Fault(string? error, string? cause)
        => error is null && cause is null ? Markup.Empty
            : Markup.Of($"""<div class="banner failed small">{Icons.Alert}<div><strong>{error ?? "Error"}</strong>{(cause is null ? Markup.Empty : Markup.Of($"""<p class="cause">{cause}</p>"""))}</div></div>""");

    private static Markup OfVisit(Watched watched, ExecutionModel model, StateVisit visit, IReadOnlyDictionary<string, int> picks, string? tab)
    {
        (string Key, string Name)[] tabs = [.. TabsOf(visit)];
        tab = tabs.Any(known => known.Key == tab) ? tab! : tabs[0].Key;
        Link here = watched.Links.Part("state", watched.Arn).With("visit", visit.Number.ToString(CultureInfo.InvariantCulture));
        Markup content = tab switch
        {
            "details" => Details(watched, visit),
            "definition" => Source(watched, visit.Name),
            "retry" => Attempts(watched, visit),
            "events" => Events(watched, model, visit),
            "variables" => Variables(watched, visit),
            "iterations" => IterationGrid.Of(visit),
            _ => Data(watched, visit),
        };
        return Markup.Of($"""
            <header class="panel-head" data-shown="{visit.Name}" data-number="{visit.Number}"><h2>{Icons.OfType(visit.Type)}<span>{visit.Name}</span></h2>{TestLink(watched, visit)}{Bits.Outcome(visit.Outcome)}</header>
            {Visits(model, visit, picks)}
            <div class="tabs" role="tablist" aria-label="State">{tabs.Select(known => Markup.Of($"""<a role="tab" href="{watched.Links.Execution(watched.Arn).With("visit", visit.Number.ToString(CultureInfo.InvariantCulture)).With("tab", known.Key)}" data-panel="{here.With("tab", known.Key)}" aria-selected="{(known.Key == tab ? "true" : "false")}">{known.Name}</a>"""))}</div>
            <div class="panel-body" role="tabpanel" aria-label="{tabs.First(known => known.Key == tab).Name}">{(tab is "io" or "details" ? Fault(visit.Error, visit.Cause) : Markup.Empty)}{content}</div>
            """);
    }

    private static Markup Events(Watched watched, ExecutionModel model, StateVisit visit)
    {
        Markup more = visit.Events.Count <= MostEventsListed ? Markup.Empty
            : Markup.Of($"""<p class="hint">The first {MostEventsListed} of {Moments.Count(visit.Events.Count)}; <a href="{watched.Links.Execution(watched.Arn, "events").With("of", visit.Name)}">all events of {visit.Name}</a></p>""");
        return Markup.Of($"{EventTable.Of(watched, [.. visit.Events.Take(MostEventsListed).Select(id => model.Events[id - 1])], model)}{more}");
    }

    // A child of a distributed Map has a machine that nobody finds.
    private static Markup TestLink(Watched watched, StateVisit visit)
        => watched.Context.StateTests is null || watched.Summary.StateMachineArn.Contains('/', StringComparison.Ordinal) ? Markup.Empty
            : Markup.Of($"""<a class="quiet" href="{watched.Links.Test(watched.Summary.StateMachineArn, visit.Name, watched.Arn, visit.Number)}" title="Test this state with this input" aria-label="Test this state with this input">{Icons.Flask}</a>""");

    private static IEnumerable<(string Key, string Name)> TabsOf(StateVisit visit)
    {
        yield return ("io", visit.Type == "Map" ? "Data" : "Input & output");
        if (visit.Type == "Map" && visit.MapRunArns.Count == 0)
            yield return ("iterations", "Iterations");
        yield return ("details", "Details");
        yield return ("definition", "Definition");
        if (visit.Type is "Task" or "Parallel" or "Map")
            yield return ("retry", "Attempts");
        yield return ("events", "Events");
        yield return ("variables", "Variables");
    }

    // A state that came by more than once: the visits that lie in the chosen iterations.
    private static Markup Visits(ExecutionModel model, StateVisit shown, IReadOnlyDictionary<string, int> picks)
    {
        StateVisit[] visits = [.. model.Visits.Where(visit => visit.Name == shown.Name && IsPicked(visit, picks))];
        if (visits.Length < 2)
            return Markup.Empty;
        int at = Array.IndexOf(visits, shown), from = Math.Max(0, Math.Min(at - (MostVisitsListed / 2), visits.Length - MostVisitsListed));
        return Markup.Of($"""
            <div class="visits"><label>Visit<select data-visits="yes">{visits.Skip(from).Take(MostVisitsListed).Select((visit, i) => Markup.Of($"""<option value="{visit.Number}"{Flag.Selected(visit == shown)}>{from + i + 1} of {visits.Length}{PlaceOf(visit)} · {Bits.NameOf(visit.Outcome)}</option>"""))}</select></label></div>
            """);
    }

    private static bool IsPicked(StateVisit visit, IReadOnlyDictionary<string, int> picks)
    {
        for (VisitLane lane = visit.Lane; lane.Owner is { } owner; lane = owner.Lane)
        {
            if (owner.Type == "Map" && picks.TryGetValue(owner.Name, out int iteration) && iteration != lane.Index)
                return false;
        }

        return true;
    }

    /// <summary>The iterations around a visit, from the outside in: <c> · Each #3</c>.</summary>
    public static string PlaceOf(StateVisit visit)
    {
        string place = "";
        for (VisitLane lane = visit.Lane; lane.Owner is { } owner; lane = owner.Lane)
        {
            if (owner.Type == "Map")
                place = FormattableString.Invariant($" · {owner.Name} #{lane.Index}{place}");
        }

        return place;
    }

    private static Markup NotReached(Watched watched, string state)
    {
        string type = watched.Picture.StateOf(state)?.Type.ToString() ?? "";
        return Markup.Of($"""
            <header class="panel-head" data-shown="{state}"><h2>{Icons.OfType(type)}<span>{state}</span></h2><span class="status missed"><span class="badge missed"></span>Not reached</span></header>
            <div class="tabs" role="tablist" aria-label="State"><span role="tab" aria-selected="true">Definition</span></div>
            <div class="panel-body" role="tabpanel" aria-label="Definition">{Source(watched, state)}</div>
            """);
    }
}

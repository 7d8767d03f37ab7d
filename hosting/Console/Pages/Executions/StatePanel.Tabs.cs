using System.Text.Json;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>The tabs of a visit.</summary>
internal static partial class StatePanel
{
    // What went in and came out; for work done outside also what was sent there and what came back, in between.
    private static Markup Data(Watched watched, StateVisit visit)
    {
        string? input = Read(watched, visit.EnteredEvent)?["input"], output = Read(watched, visit.ExitedEvent)?["output"];
        Markup sent = Markup.Empty, result = Markup.Empty;
        if (visit.Type == "Task" && visit.Attempts.Count > 0)
        {
            StateAttempt last = visit.Attempts[^1];
            EventText? scheduled = Read(watched, last.FirstEvent), ended = Read(watched, last.IsFailed ? 0 : last.LastEvent);
            string? arguments = scheduled?["parameters"] ?? scheduled?["input"];
            sent = arguments is null || arguments == input ? Markup.Empty : Bits.Json("Arguments", arguments);
            result = ended?["output"] is { } given && given != output ? Bits.Json("Result", given) : Markup.Empty;
        }

        return Markup.Of($"{Bits.Json("Input", input)}{sent}{result}{(output is null && visit.Outcome != Graph.StateOutcome.Running ? Markup.Empty : Bits.Json("Output", output))}");
    }

    private static Markup Details(Watched watched, StateVisit visit)
    {
        long end = visit.EndTicks > 0 ? visit.EndTicks : watched.End.UtcTicks;
        EventText? scheduled = visit.Attempts.Count > 0 ? Read(watched, visit.Attempts[^1].FirstEvent) : null;
        Markup runs = Markup.Join(visit.MapRunArns.Select(run => Markup.Of($"""<a href="{watched.Links.MapRun(run)}">{Arns.Last(run)}</a> """)));
        return Bits.Facts(
            ("Type", Bits.Text(visit.Type)), ("Status", Bits.Outcome(visit.Outcome)), ("Within", Bits.Text(PlaceOf(visit).TrimStart(' ', '·'))), ("Resource", Bits.Text(visit.Resource)),
            ("Started", Bits.Time(new DateTimeOffset(visit.StartTicks, TimeSpan.Zero), isExact: true)),
            ("Started after", Markup.Of($"{Moments.Length(visit.StartTicks - watched.Summary.StartDate.UtcTicks)}")),
            ("Ended", visit.EndTicks > 0 ? Bits.Time(new DateTimeOffset(visit.EndTicks, TimeSpan.Zero), isExact: true) : Markup.Empty),
            ("Duration", Markup.Of($"{Moments.Length(end - visit.StartTicks)}")),
            ("Timeout", scheduled?["timeoutInSeconds"] is { } timeout ? Markup.Of($"{timeout} s") : Markup.Empty),
            ("Heartbeat", scheduled?["heartbeatInSeconds"] is { } heartbeat ? Markup.Of($"{heartbeat} s") : Markup.Empty),
            ("Items", visit.ItemCount > 0 ? Markup.Of($"{visit.ItemCount}") : Markup.Empty), ("Branches", visit.Type == "Parallel" ? Markup.Of($"{visit.Lanes.Count}") : Markup.Empty),
            ("Attempts", visit.Attempts.Count > 0 ? Markup.Of($"{visit.Attempts.Count}") : Markup.Empty), ("Map Runs", runs), ("Redriven", visit.Redrives > 0 ? Markup.Of($"{visit.Redrives}") : Markup.Empty));
    }

    private static Markup Source(Watched watched, string state)
        => watched.Picture.SourceOf(state) is { } source
            ? Markup.Of($"""<section class="json"><button type="button" class="quiet copy" data-copy-next="yes" title="Copy" aria-label="Copy the definition">{Icons.Copy}</button><pre tabindex="0">{JsonHighlight.Of(source)}</pre></section>""")
            : Markup.Of($"""<p class="none">The definition is not to be had.</p>""");

    private static Markup Attempts(Watched watched, StateVisit visit)
    {
        if (visit.Attempts.Count == 0)
            return Markup.Of($"""<p class="none">Nothing was tried yet.</p>""");
        List<Markup> rows = [];
        for (int i = 0; i < visit.Attempts.Count; i++)
        {
            StateAttempt attempt = visit.Attempts[i];
            if (i > 0 && visit.Attempts[i - 1].EndTicks is var before and > 0)
                rows.Add(Markup.Of($"""<li class="back-off">waited {Moments.Length(attempt.StartTicks - before)}</li>"""));
            long end = attempt.EndTicks > 0 ? attempt.EndTicks : watched.End.UtcTicks;
            string outcome = attempt.IsFailed ? "failed" : attempt.LastEvent == 0 ? "running" : visit.Outcome == Graph.StateOutcome.Cancelled && i == visit.Attempts.Count - 1 ? "cancelled" : "succeeded";
            rows.Add(Markup.Of($"""
                <li class="attempt {outcome}"><div><strong>Attempt {i + 1}</strong><span>{Moments.Length(end - attempt.StartTicks)}</span>{Bits.Time(new DateTimeOffset(attempt.StartTicks, TimeSpan.Zero), isExact: true)}</div>{Fault(attempt.Error, attempt.Cause)}</li>
                """));
        }

        return Markup.Of($"""<ol class="attempts">{rows}</ol>""");
    }

    private static Markup Variables(Watched watched, StateVisit visit)
    {
        if (Read(watched, visit.ExitedEvent) is not { } exited || exited.Details.ValueKind != JsonValueKind.Object
            || !exited.Details.TryGetProperty("assignedVariables", out JsonElement variables) || variables.ValueKind != JsonValueKind.Object)
        {
            return Markup.Of($"""<p class="none">This visit assigned no variables.</p>""");
        }

        return Markup.Join(variables.EnumerateObject().Select(static variable => Bits.Json("$" + variable.Name, variable.Value.GetString())));
    }

    private static EventText? Read(Watched watched, int id) => watched.ReadEvent(id);
}

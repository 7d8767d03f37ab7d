using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>What stands above an execution: who it is, how it stands, what can be done. FEATURES V-006, V-013, V-014.</summary>
internal static class ExecutionHead
{
    public static Markup Of(Watched watched)
    {
        ExecutionSummary summary = watched.Summary;
        WatchedFacts description = watched.Facts;
        (int transitions, int events, Markup banner) = watched.Use(model => (model.TransitionCount, model.Events.Count, Banner(watched, model)));
        Markup length = summary.StopDate is { } stop
            ? Markup.Of($"{Moments.Length(stop - summary.StartDate)}")
            : Markup.Of($"""<span data-since="{Moments.Iso(summary.StartDate)}">{Moments.Length(watched.End - summary.StartDate)}</span>""");
        Markup redriven = summary.RedriveCount == 0 ? Markup.Empty : Markup.Of($"{summary.RedriveCount}, last {Bits.Time(summary.RedriveDate)}");
        Markup parent = watched.Parent is { } arn ? Markup.Of($"""<a href="{watched.Links.Execution(arn)}">{Arns.Last(arn)}</a>""") : Markup.Empty;
        return Markup.Of($"""
            <div class="head"><div><h1 class="execution-name">{summary.Name}{Bits.Status(summary.Status)}</h1><p class="sub arn">{watched.Arn}{Bits.CopyButton(watched.Arn, "ARN")}</p></div>
            <div class="actions">{Buttons(watched)}</div></div>
            {Bits.Facts(
                ("Started", Bits.Time(summary.StartDate)), ("Ended", summary.StopDate is { } ended ? Bits.Time(ended) : Markup.Empty), ("Duration", length),
                ("Transitions", Markup.Of($"{Moments.Count(transitions)}")), ("Events", Markup.Of($"{Moments.Count(events)}")), ("Type", Bits.Text(watched.Definition?.Type.ToString())),
                ("Redriven", redriven), ("Version", Qualifier(watched, description.StateMachineVersionArn, "versions")), ("Alias", Qualifier(watched, description.StateMachineAliasArn, "aliases")),
                ("Role", Role(description.RoleArn)), ("Trace", Bits.Text(description.TraceHeader)), ("Parent", parent), ("Map Run", MapRun(watched, description.MapRunArn)))}
            {banner}{(watched.Keeping is { } keeping ? Markup.Of($"""<p class="hint kept">{keeping}</p>""") : Markup.Empty)}
            """);
    }

    private static Markup Qualifier(Watched watched, string? arn, string tab)
        => arn is null ? Markup.Empty : Markup.Of($"""<a href="{watched.Links.Machine(watched.Summary.StateMachineArn, tab)}" title="{arn}">{Arns.Last(arn)}</a>""");

    private static Markup Role(string? arn) => arn is null ? Markup.Empty : Markup.Of($"""<span title="{arn}">{arn[(arn.LastIndexOf('/') + 1)..]}</span>""");

    private static Markup MapRun(Watched watched, string? arn) => arn is null ? Markup.Empty : Markup.Of($"""<a href="{watched.Links.MapRun(arn)}">{Arns.Last(arn)}</a>""");

    private static Markup Buttons(Watched watched)
    {
        ExecutionSummary summary = watched.Summary;
        // Neither can be done to an Express execution, on AWS as here.
        Markup stop = summary.Status != ExecutionStatus.Running || watched.Keeping is not null ? Markup.Empty : Markup.Of($"""
            <form method="post" action="{watched.Links.Do("stop")}" data-ask="Stop this execution?"><input type="hidden" name="arn" value="{watched.Arn}"><button class="button danger" data-do="stop">{Icons.Stop}Stop</button></form>
            """);
        Markup redrive = summary.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded || watched.Keeping is not null ? Markup.Empty : Markup.Of($"""
            <form method="post" action="{watched.Links.Do("redrive")}"><input type="hidden" name="arn" value="{watched.Arn}"><button class="button primary" data-do="redrive" title="Go on from what did not succeed">{Icons.Redrive}Redrive</button></form>
            """);
        // The machine of a distributed Map's children is a part of another one.
        Markup edit = watched.Parent is not null ? Markup.Empty
            : Markup.Of($"""<a class="button" href="{watched.Links.Edit(summary.StateMachineArn)}" data-key="e">{Icons.Pen}Edit machine</a>""");
        return Markup.Of($"""
            {stop}{redrive}<a class="button" href="{watched.Links.Start(summary.StateMachineArn, watched.Arn)}" data-key="n">{Icons.Play}New execution</a>
            <details class="menu"><summary class="button">{Icons.Down}Export</summary><div><a href="{watched.Links.Export("history", watched.Arn)}" download="history.json">History as JSON</a><a href="{watched.Links.Export("graph", watched.Arn)}" download="graph.svg">Graph as SVG</a>
            <a href="{watched.Links.Export("definition", watched.Arn)}" download="definition.asl.json">Definition</a></div></details>{edit}
            """);
    }

    private static Markup Banner(Watched watched, ExecutionModel model)
    {
        if (watched.Summary.Status == ExecutionStatus.Running && watched.Facts.Waiting is { } waiting)
            return Markup.Of($"""<div class="banner caught">{Icons.Alert}<div><strong>It stands still</strong><p>{waiting}</p></div></div>""");
        if (watched.Summary.Status is ExecutionStatus.Running or ExecutionStatus.Succeeded)
            return Markup.Empty;
        StateVisit? at = Leaf(model.FailedAt);
        Markup jump = at is null ? Markup.Empty
            : Markup.Of($"""<a class="button small" href="{watched.Links.Execution(watched.Arn).With("state", at.Name)}" data-visit="{at.Number}" data-state="{at.Name}">Go to {at.Name}</a>""");
        string kind = watched.Summary.Status == ExecutionStatus.Failed ? "failed" : "cancelled";
        return Markup.Of($"""
            <div class="banner {kind}" role="alert">{Icons.Alert}<div><strong>{model.Error ?? Bits.NameOf(watched.Summary.Status)}</strong>{(model.Cause is { Length: > 0 } cause ? Markup.Of($"""<p class="cause">{cause}</p>""") : Markup.Empty)}</div>{jump}</div>
            """);
    }

    // What failed inside a Parallel or Map says more than that it failed.
    private static StateVisit? Leaf(StateVisit? visit)
    {
        while (visit?.Lanes.FirstOrDefault(static lane => lane.Visits is [.., { Outcome: Graph.StateOutcome.Failed }]) is { } failed)
            visit = failed.Visits[^1];
        return visit;
    }
}

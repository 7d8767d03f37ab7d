using System.Globalization;
using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>One execution: graph, table, events, what went in and came out. FEATURES V-006 to V-014.</summary>
internal static class ExecutionPage
{
    public static Markup Of(Watched watched, IQueryCollection query)
    {
        Links links = watched.Links;
        string view = (string?)query["view"] is "table" or "events" or "data" or "definition" ? query["view"]! : "graph";
        Markup content = view switch
        {
            "events" => EventTable.View(watched, query),
            "data" => Data(watched),
            "definition" => Definition(watched, query["format"] == "yaml"),
            _ => Graph(watched, query, view),
        };
        string machine = Arns.MachineName(watched.Summary.StateMachineArn);
        Markup body = Markup.Of($"""
            <div id="execution" class="workspace" data-live="{links.Live(watched.Arn)}" data-running="{(watched.Summary.Status == ExecutionStatus.Running ? "yes" : "no")}">
            {PageFrame.Path(("Machines", links.Machines), (machine, links.Machine(watched.Summary.StateMachineArn)))}
            <div id="head" data-part="{links.Part("head", watched.Arn)}">{ExecutionHead.Of(watched)}</div>
            {Bits.Tabs("View", view, ("graph", "Graph", links.Execution(watched.Arn)), ("table", "Table", links.Execution(watched.Arn, "table")), ("events", "Events", links.Execution(watched.Arn, "events")),
                ("data", "Input & output", links.Execution(watched.Arn, "data")), ("definition", "Definition", links.Execution(watched.Arn, "definition")))}
            {content}
            </div>
            """);
        return PageFrame.Of(watched.Context, watched.Summary.Name, "executions", body, isWide: true);
    }

    private static Markup Graph(Watched watched, IQueryCollection query, string view)
    {
        Links links = watched.Links;
        Dictionary<string, int> picks = Watched.PicksOf(query);
        Link panel = links.Part("state", watched.Arn).With("state", query["state"]).With("visit", query["visit"]).With("tab", query["tab"]);
        Markup left = view == "table"
            ? Markup.Of($"""<div class="card table-card" id="table" data-part="{links.Part("table", watched.Arn)}">{VisitTable.Of(watched, null, 0)}</div>""")
            : Markup.Of($"""
                <div class="card graph-card">{GraphView.Of(
                    watched.Use(model => GraphView.Execution(watched.Context, watched.Picture, model, picks)), "Graph of the execution", links.Export("graph", watched.Arn),
                    GraphView.Turned(watched.Context, links.Execution(watched.Arn).With("state", query["state"]).With("visit", query["visit"]).With("tab", query["tab"])),
                    Markup.Of($"""<div id="picks" data-part="{links.Part("picks", watched.Arn)}">{IterationPicks.Of(watched, picks)}</div>"""))}
                {GraphView.Legend()}</div>
                """);
        return Markup.Of($"""
            <div class="split">{left}
            <aside class="card panel" id="panel" data-part="{panel}" data-base="{links.Part("state", watched.Arn)}" data-drawing="{links.Part("graph", watched.Arn)}" aria-label="State" tabindex="-1">{StatePanel.Of(watched, query)}</aside></div>
            """);
    }

    /// <summary>The output, or the error in its place.</summary>
    public static Markup Outcome(Watched watched)
    {
        WatchedFacts description = watched.Facts;
        Markup fault = StatePanel.Fault(description.Error, description.Cause);
        return description.Output is not null ? Bits.Json("Output", description.Output) : fault.IsEmpty ? Bits.Json("Output", null) : Markup.Of($"<section class=\"json\"><h3>Error</h3>{fault}</section>");
    }

    private static Markup Data(Watched watched) => Markup.Of($"""
        <div class="halves"><div class="card pad">{Bits.Json("Input", watched.Facts.Input)}</div>
        <div class="card pad" id="output" data-part="{watched.Links.Part("output", watched.Arn)}">{Outcome(watched)}</div></div>
        """);

    private static Markup Definition(Watched watched, bool isYaml) => watched.Definition is null
        ? Bits.Empty("No definition", "The store has lost the definition of this execution.")
        : Markup.Of($"""
            <div class="card">{DefinitionView.Of("The definition that this execution runs by", watched.Picture, isYaml, watched.Links.Execution(watched.Arn, "definition"), watched.Links.Export("definition", watched.Arn))}</div>
            """);
}

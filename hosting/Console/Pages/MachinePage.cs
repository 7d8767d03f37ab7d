using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Pages.Machines;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>One machine: its executions, definition, versions, aliases and tags. FEATURES V-001 to V-003, V-005, V-016.</summary>
internal static class MachinePage
{
    /// <param name="context">The console.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="tab">Which tab is open; null for its executions.</param>
    /// <param name="filters">Which executions are listed.</param>
    /// <param name="trouble">Why a change was refused; null for none.</param>
    /// <param name="isYaml">The definition is shown in YAML.</param>
    public static Markup Of(ConsoleContext context, ConsoleMachine machine, string? tab, ExecutionFilters filters, ConsoleRefusedException? trouble = null, bool isYaml = false)
    {
        string arn = machine.Row.Arn;
        tab = tab is "definition" or "versions" or "aliases" or "tags" ? tab : "executions";
        Markup content = tab switch
        {
            "definition" => Definition(context, machine, isYaml),
            "versions" => VersionsTab.Of(context, machine),
            "aliases" => AliasesTab.Of(context, machine),
            "tags" => TagsTab.Of(context, machine),
            _ => Executions(context, machine, filters),
        };
        Markup body = Markup.Of($"""
            {PageFrame.Path(("Machines", context.Links.Machines))}
            <div class="head"><div><h1>{machine.Row.Name}{Bits.Type(machine.Row.Type)}{Bits.Deleting(machine.Row)}</h1><p class="sub arn">{arn}{Bits.CopyButton(arn, "ARN")}</p></div>
            <div class="actions"><a class="button primary" href="{context.Links.Start(arn)}" data-key="n">{Icons.Play}Start execution</a>{Test(context, machine)}{Changes(context, machine)}</div></div>
            {Bits.Tabs("Machine", tab, Tab(context, machine, "executions", "Executions"), Tab(context, machine, "definition", "Definition"), Tab(context, machine, "versions", $"Versions {machine.Versions.Count}"),
                Tab(context, machine, "aliases", $"Aliases {machine.Aliases.Count}"), Tab(context, machine, "tags", $"Tags {machine.Tags.Count}"))}
            {EditPage.Trouble(trouble)}{content}
            """);
        return PageFrame.Of(context, machine.Row.Name, "machines", body);
    }

    private static (string, string, Link) Tab(ConsoleContext context, ConsoleMachine machine, string key, string name) => (key, name, context.Links.Machine(machine.Row.Arn, key));

    private static Markup Test(ConsoleContext context, ConsoleMachine machine)
        => context.StateTests is null ? Markup.Empty : Markup.Of($"""<a class="button" href="{context.Links.Test(machine.Row.Arn)}">{Icons.Flask}Test a state</a>""");

    private static Markup Changes(ConsoleContext context, ConsoleMachine machine)
    {
        string arn = machine.Row.Arn;
        Markup copy = Markup.Of($"""<a class="button" href="{context.Links.Copy(arn)}">{Icons.Copy}Copy</a>""");
        if (!machine.IsEditable || machine.Row.IsDeleting)
            return copy;
        return Markup.Of($"""
            <a class="button" href="{context.Links.Edit(arn)}" data-key="e">{Icons.Pen}Edit</a>{copy}
            <form method="post" action="{context.Links.Do("delete")}" data-ask="Delete the machine {machine.Row.Name}? Executions that run go on to their end."><input type="hidden" name="arn" value="{arn}"><button class="button danger">{Icons.Bin}Delete</button></form>
            """);
    }

    private static Markup Executions(ConsoleContext context, ConsoleMachine machine, ExecutionFilters filters)
    {
        string arn = machine.Row.Arn;
        MachinePicture picture = context.Pictures.Of(machine.Definition, machine.Row.Type);
        return Markup.Of($"""
            <div class="beside"><div>{filters.Form(context.Links.Machine(arn), null)}
            <div id="list" data-live="{context.Links.LiveList(arn)}">{(machine.Row.Type == MachineType.Express ? ExpressList.Of(context, arn, filters) : ExecutionList.Of(context, arn, filters))}</div></div>
            <aside class="card preview" aria-label="Graph">{GraphView.Of(GraphView.Machine(context, picture), "Graph of the machine", context.Links.Export("machine-graph", arn), GraphView.Turned(context, filters.On(context.Links.Machine(arn))))}</aside></div>
            """);
    }

    private static Markup Definition(ConsoleContext context, ConsoleMachine machine, bool isYaml)
    {
        MachinePicture picture = context.Pictures.Of(machine.Definition, machine.Row.Type);
        return Markup.Of($"""
            {Bits.Facts(
                ("Revision", Bits.Text(machine.RevisionId)), ("Created", Bits.Time(machine.Row.Created)), ("Updated", machine.Updated is { } updated ? Bits.Time(updated) : Markup.Empty),
                ("Role", Bits.Text(machine.RoleArn)), ("States", Markup.Of($"{picture.Bound.StateNames.Count}")))}
            <div class="halves"><div class="card">{GraphView.Of(GraphView.Machine(context, picture), "Graph of the machine", context.Links.Export("machine-graph", machine.Row.Arn), GraphView.Turned(context, context.Links.Machine(machine.Row.Arn, "definition")))}</div>
            <div class="card">{DefinitionView.Of("Definition", picture, isYaml, context.Links.Machine(machine.Row.Arn, "definition"), context.Links.Export("machine-definition", machine.Row.Arn))}{FaultList.Of(picture)}</div></div>
            """);
    }
}

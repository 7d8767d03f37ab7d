using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>One machine: its executions, definition, versions, aliases and tags. FEATURES V-001 to V-003, V-005, V-016.</summary>
internal static class MachinePage
{
    public static Markup Of(ConsoleContext context, ConsoleMachine machine, string? tab, ExecutionFilters filters)
    {
        string arn = machine.Row.Arn;
        tab = tab is "definition" or "versions" or "aliases" or "tags" ? tab : "executions";
        Markup content = tab switch
        {
            "definition" => Definition(context, machine),
            "versions" => Versions(context, machine),
            "aliases" => Aliases(machine),
            "tags" => Tags(machine),
            _ => Executions(context, machine, filters),
        };
        Markup body = Markup.Of($"""
            {PageFrame.Path(("Machines", context.Links.Machines))}
            <div class="head"><div><h1>{machine.Row.Name}{Bits.Type(machine.Row.Type)}</h1><p class="sub arn">{arn}{Bits.CopyButton(arn, "ARN")}</p></div>
            <div class="actions"><a class="button primary" href="{context.Links.Start(arn)}" data-key="n">{Icons.Play}Start execution</a>{Changes(context, machine)}</div></div>
            {Bits.Tabs("Machine", tab, Tab(context, machine, "executions", "Executions"), Tab(context, machine, "definition", "Definition"), Tab(context, machine, "versions", $"Versions {machine.Versions.Count}"),
                Tab(context, machine, "aliases", $"Aliases {machine.Aliases.Count}"), Tab(context, machine, "tags", $"Tags {machine.Tags.Count}"))}
            {content}
            """);
        return PageFrame.Of(context, machine.Row.Name, "machines", body);
    }

    private static (string, string, Link) Tab(ConsoleContext context, ConsoleMachine machine, string key, string name) => (key, name, context.Links.Machine(machine.Row.Arn, key));

    private static Markup Changes(ConsoleContext context, ConsoleMachine machine)
    {
        string arn = machine.Row.Arn;
        Markup copy = Markup.Of($"""<a class="button" href="{context.Links.Copy(arn)}">{Icons.Copy}Copy</a>""");
        if (!machine.IsEditable)
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
            <div id="list" data-live="{context.Links.LiveList(arn)}">{ExecutionList.Of(context, arn, filters)}</div></div>
            <aside class="card preview" aria-label="Graph">{GraphView.Of(GraphView.Machine(picture), "Graph of the machine", context.Links.Export("machine-graph", arn))}</aside></div>
            """);
    }

    private static Markup Definition(ConsoleContext context, ConsoleMachine machine)
    {
        MachinePicture picture = context.Pictures.Of(machine.Definition, machine.Row.Type);
        return Markup.Of($"""
            {Bits.Facts(
                ("Revision", Bits.Text(machine.RevisionId)), ("Created", Bits.Time(machine.Row.Created)), ("Updated", machine.Updated is { } updated ? Bits.Time(updated) : Markup.Empty),
                ("Role", Bits.Text(machine.RoleArn)), ("States", Markup.Of($"{picture.Bound.StateNames.Count}")))}
            <div class="halves"><div class="card">{GraphView.Of(GraphView.Machine(picture), "Graph of the machine", context.Links.Export("machine-graph", machine.Row.Arn))}</div>
            <div class="card"><div class="code-head"><h2>Definition</h2><button type="button" class="quiet copy" data-copy-of="definition" title="Copy the definition" aria-label="Copy the definition">{Icons.Copy}</button></div>
            <pre id="definition" class="code" tabindex="0">{JsonHighlight.Of(machine.Definition, picture.Faults)}</pre>{FaultList.Of(picture)}</div></div>
            """);
    }

    private static Markup Versions(ConsoleContext context, ConsoleMachine machine)
    {
        Markup publish = !machine.IsEditable ? Markup.Empty : Markup.Of($"""
            <form class="inline" method="post" action="{context.Links.Do("publish")}"><input type="hidden" name="arn" value="{machine.Row.Arn}">
            <input type="text" name="description" maxlength="256" placeholder="What is new in it" aria-label="Description of the version"><button class="button">{Icons.Plus}Publish a version</button></form>
            """);
        Markup list = machine.Versions.Count == 0 ? Bits.Empty("No versions yet", "A version keeps the definition as it is now.") : Markup.Of($"""
            <div class="card"><table class="rows"><thead><tr><th>Version</th><th>Description</th><th>Published</th><th><span class="hidden">Start</span></th></tr></thead><tbody>{machine.Versions.Select(version => Markup.Of($"""
            <tr><td class="name">{Arns.Last(version.Arn)}</td><td>{version.Description}</td><td>{Bits.Time(version.Created)}</td><td class="end"><a class="button small" href="{context.Links.Start(version.Arn)}" aria-label="Start version {Arns.Last(version.Arn)}">{Icons.Play}Start</a></td></tr>
            """))}</tbody></table></div>
            """);
        return Markup.Of($"{publish}{list}");
    }

    private static Markup Aliases(ConsoleMachine machine)
        => machine.Aliases.Count == 0 ? Bits.Empty("No aliases yet", "An alias leads to one version, or to two by shares.") : Markup.Of($"""
            <div class="card"><table class="rows"><thead><tr><th>Alias</th><th>Leads to</th><th>Description</th><th>Created</th></tr></thead><tbody>{machine.Aliases.Select(static alias => Markup.Of($"""
            <tr><td class="name">{Arns.Last(alias.Arn)}</td><td>{alias.Routes.Select(static route => Markup.Of($"""<span class="tag">version {Arns.Last(route.Key)} · {route.Value} %</span> """))}</td><td>{alias.Description}</td><td>{Bits.Time(alias.Created)}</td></tr>
            """))}</tbody></table></div>
            """);

    private static Markup Tags(ConsoleMachine machine)
        => machine.Tags.Count == 0 ? Bits.Empty("No tags", "Tags are set through the API.") : Markup.Of($"""
            <div class="card"><table class="rows"><thead><tr><th>Key</th><th>Value</th></tr></thead><tbody>{machine.Tags.Select(static tag => Markup.Of($"<tr><td>{tag.Key}</td><td>{tag.Value}</td></tr>"))}</tbody></table></div>
            """);
}

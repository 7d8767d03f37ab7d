using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages.Machines;

/// <summary>The aliases of a machine: created, led elsewhere, started, deleted. FEATURES V-016, P-066 to P-068.</summary>
internal static class AliasesTab
{
    public static Markup Of(ConsoleContext context, ConsoleMachine machine)
    {
        Markup create = !machine.IsEditable ? Markup.Empty
            : machine.Versions.Count == 0 ? Markup.Of($"""<p class="hint">An alias leads to a version: publish one first.</p>""")
            : Markup.Of($"""
            <details class="card pad new"><summary class="button">{Icons.Plus}Create an alias</summary>
            <form method="post" action="{context.Links.Do("alias-create")}"><input type="hidden" name="arn" value="{machine.Row.Arn}">
            <div class="fields"><label class="grow">Name<input type="text" name="name" required maxlength="80" autocomplete="off"></label>{Fields(machine, null)}</div>
            <div class="actions end"><button class="button primary">Create</button></div></form></details>
            """);
        Markup list = machine.Aliases.Count == 0 ? Bits.Empty("No aliases yet", "An alias leads to one version, or to two by shares.") : Markup.Of($"""
            <div class="card"><table class="rows"><thead><tr><th>Alias</th><th>Leads to</th><th>Description</th><th>Created</th><th><span class="hidden">Start, change or delete</span></th></tr></thead><tbody>{machine.Aliases.Select(alias => Row(context, machine, alias))}</tbody></table></div>
            """);
        return Markup.Of($"{create}{list}");
    }

    private static Markup Row(ConsoleContext context, ConsoleMachine machine, ConsoleAlias alias)
    {
        string name = Arns.Last(alias.Arn);
        Markup change = !machine.IsEditable ? Markup.Empty : Markup.Of($"""
            <tr class="change"><td colspan="5"><details><summary>Change {name}</summary><form method="post" action="{context.Links.Do("alias-update")}"><input type="hidden" name="arn" value="{machine.Row.Arn}"><input type="hidden" name="alias" value="{alias.Arn}">
            <div class="fields">{Fields(machine, alias)}</div><div class="actions end"><button class="button primary">Save</button></div></form></details></td></tr>
            """);
        Markup delete = !machine.IsEditable ? Markup.Empty : Markup.Of($"""
            <form method="post" action="{context.Links.Do("alias-delete")}" data-ask="Delete the alias {name}?"><input type="hidden" name="arn" value="{machine.Row.Arn}"><input type="hidden" name="alias" value="{alias.Arn}"><button class="button small danger" aria-label="Delete alias {name}">{Icons.Bin}Delete</button></form>
            """);
        return Markup.Of($"""
            <tr><td class="name">{name}</td><td>{alias.Routes.Select(static route => Markup.Of($"""<span class="tag">version {Arns.Last(route.Key)} · {route.Value} %</span> """))}</td><td>{alias.Description}</td><td>{Bits.Time(alias.Created)}</td>
            <td class="end"><div class="actions"><a class="button small" href="{context.Links.Start(alias.Arn)}" aria-label="Start alias {name}">{Icons.Play}Start</a>{delete}</div></td></tr>{change}
            """);
    }

    // The second version gets what the first one leaves of the starts.
    private static Markup Fields(ConsoleMachine machine, ConsoleAlias? alias)
    {
        string? first = alias?.Routes.Count > 0 ? alias.Routes[0].Key : machine.Versions[0].Arn, second = alias?.Routes.Count > 1 ? alias.Routes[1].Key : null;
        return Markup.Of($"""
            <label>Version<select name="version">{Versions(machine, first)}</select></label><label>Its share (%)<input type="number" name="share" min="0" max="100" value="{(alias?.Routes.Count > 0 ? alias.Routes[0].Value : 100)}" required></label>
            <label>The rest goes to<select name="other"><option value="">no other</option>{Versions(machine, second)}</select></label><label class="grow">Description<input type="text" name="description" maxlength="256" value="{alias?.Description}" autocomplete="off"></label>
            """);
    }

    private static IEnumerable<Markup> Versions(ConsoleMachine machine, string? chosen)
        => machine.Versions.Select(version => Markup.Of($"""<option value="{version.Arn}"{Flag.Selected(version.Arn == chosen)}>version {Arns.Last(version.Arn)}</option>"""));
}

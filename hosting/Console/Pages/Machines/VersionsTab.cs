using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages.Machines;

/// <summary>The versions of a machine: published, started, deleted. FEATURES V-016.</summary>
internal static class VersionsTab
{
    public static Markup Of(ConsoleContext context, ConsoleMachine machine)
    {
        Markup publish = !machine.IsEditable ? Markup.Empty : Markup.Of($"""
            <form class="inline" method="post" action="{context.Links.Do("publish")}"><input type="hidden" name="arn" value="{machine.Row.Arn}">
            <input type="text" name="description" maxlength="256" placeholder="What is new in it" aria-label="Description of the version"><button class="button">{Icons.Plus}Publish a version</button></form>
            """);
        Markup list = machine.Versions.Count == 0 ? Bits.Empty("No versions yet", "A version keeps the definition as it is now.") : Markup.Of($"""
            <div class="card"><table class="rows"><thead><tr><th>Version</th><th>Description</th><th>Published</th><th>Aliases</th><th><span class="hidden">Start or delete</span></th></tr></thead><tbody>{machine.Versions.Select(version => Row(context, machine, version))}</tbody></table></div>
            """);
        return Markup.Of($"{publish}{list}");
    }

    private static Markup Row(ConsoleContext context, ConsoleMachine machine, ConsoleVersion version)
    {
        string number = Arns.Last(version.Arn);
        ConsoleAlias[] aliases = [.. machine.Aliases.Where(alias => alias.Routes.Any(route => route.Key == version.Arn))];
        // A version to which an alias leads stays.
        Markup delete = !machine.IsEditable || aliases.Length > 0 ? Markup.Empty : Markup.Of($"""
            <form method="post" action="{context.Links.Do("version-delete")}" data-ask="Delete version {number}?"><input type="hidden" name="arn" value="{machine.Row.Arn}"><input type="hidden" name="version" value="{version.Arn}"><button class="button small danger" aria-label="Delete version {number}">{Icons.Bin}Delete</button></form>
            """);
        return Markup.Of($"""
            <tr><td class="name">{number}</td><td>{version.Description}</td><td>{Bits.Time(version.Created)}</td><td>{aliases.Select(static alias => Markup.Of($"""<span class="tag">{Arns.Last(alias.Arn)}</span> """))}</td>
            <td class="end"><div class="actions"><a class="button small" href="{context.Links.Start(version.Arn)}" aria-label="Start version {number}">{Icons.Play}Start</a>{delete}</div></td></tr>
            """);
    }
}

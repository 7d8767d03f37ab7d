using Compiled.WebConsole.Html;

namespace Compiled.WebConsole.Pages.Machines;

/// <summary>The tags of a machine. FEATURES V-016.</summary>
internal static class TagsTab
{
    public static Markup Of(ConsoleContext context, ConsoleMachine machine)
    {
        Markup add = !machine.IsEditable ? Markup.Empty : Markup.Of($"""
            <form class="inline" method="post" action="{context.Links.Do("tag")}"><input type="hidden" name="arn" value="{machine.Row.Arn}">
            <input type="text" name="key" required maxlength="128" placeholder="Key" aria-label="Key of the tag" autocomplete="off"><input type="text" name="value" maxlength="256" placeholder="Value" aria-label="Value of the tag" autocomplete="off"><button class="button">{Icons.Plus}Set a tag</button></form>
            """);
        Markup list = machine.Tags.Count == 0 ? Bits.Empty("No tags", "A tag is a key with a value; setting a key again changes its value.") : Markup.Of($"""
            <div class="card"><table class="rows"><thead><tr><th>Key</th><th>Value</th><th><span class="hidden">Remove</span></th></tr></thead><tbody>{machine.Tags.Select(tag => Markup.Of($"<tr><td>{tag.Key}</td><td>{tag.Value}</td><td class=\"end\">{Remove(context, machine, tag.Key)}</td></tr>"))}</tbody></table></div>
            """);
        return Markup.Of($"{add}{list}");
    }

    private static Markup Remove(ConsoleContext context, ConsoleMachine machine, string key) => !machine.IsEditable ? Markup.Empty : Markup.Of($"""
        <form method="post" action="{context.Links.Do("untag")}"><input type="hidden" name="arn" value="{machine.Row.Arn}"><input type="hidden" name="key" value="{key}"><button class="button small" aria-label="Remove the tag {key}">{Icons.Bin}Remove</button></form>
        """);
}

using Compiled.WebConsole.Html;

namespace Compiled.WebConsole.Pages;

/// <summary>What is asked for is not there, or could not be done.</summary>
internal static class MissingPage
{
    public static Markup Of(ConsoleContext context, string title, string why)
        => PageFrame.Of(context, title, "", Markup.Of($"""
            <div class="empty large"><h1>{title}</h1><p>{why}</p><p><a class="button" href="{context.Links.Machines}">Machines</a></p></div>
            """));
}

using Compiled.WebConsole.Html;

namespace Compiled.WebConsole.Pages;

/// <summary>What is around every page: head, navigation, the switch between light and dark.</summary>
internal static class PageFrame
{
    /// <summary>A whole document.</summary>
    /// <param name="context">The console.</param>
    /// <param name="title">The page's title.</param>
    /// <param name="area">Which part of the navigation it belongs to.</param>
    /// <param name="body">What stands in it.</param>
    /// <param name="isWide">It takes the whole width.</param>
    public static Markup Of(ConsoleContext context, string title, string area, Markup body, bool isWide = false)
    {
        Links links = context.Links;
        Markup corner = context.Options.Title is { Length: > 0 } named ? Markup.Of($"""<span class="corner">{named}</span>""") : Markup.Empty;
        return Markup.Of($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title} · Compiled</title>
            <link rel="icon" type="image/svg+xml" href="{links.Asset("icon.svg")}">
            <link rel="stylesheet" href="{links.Asset("graph.css")}">
            <link rel="stylesheet" href="{links.Asset("console.css")}">
            <script src="{links.Asset("theme.js")}"></script>
            <script type="module" src="{links.Asset("console.js")}"></script>
            </head>
            <body data-area="{area}">
            <a class="skip" href="#main">Skip to the content</a>
            <header class="top">
            <a class="brand" href="{links.Machines}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2.500l8.200 4.750v9.500l-8.200 4.750-8.200-4.750v-9.500z"/><path class="inner" d="M15.500 9.200a4.500 4.500 0 1 0 0 5.600"/></svg>Compiled</a>
            <nav aria-label="Console">
            <a href="{links.Machines}"{Flag.Current(area == "machines")}>{Icons.Machine}Machines</a>
            <a href="{links.Executions}"{Flag.Current(area == "executions")}>{Icons.List}Executions</a>
            <a href="{links.Activities}"{Flag.Current(area == "activities")}>{Icons.Worker}Activities</a>
            </nav>
            {corner}
            <button type="button" class="quiet" id="theme" title="Light or dark" aria-label="Light or dark">{Icons.Theme}</button>
            </header>
            <main id="main" class="{(isWide ? "wide" : "")}" tabindex="-1">
            {body}
            </main>
            <div id="said" role="status" aria-live="polite"></div>
            </body>
            </html>

            """);
    }

    /// <summary>The way to a page, from the outside in.</summary>
    public static Markup Path(params IEnumerable<(string Name, Link Link)> steps)
        => Markup.Of($"""<nav class="path" aria-label="Path">{steps.Select(static step => Markup.Of($"""<a href="{step.Link}">{step.Name}</a><span aria-hidden="true">/</span>"""))}</nav>""");
}

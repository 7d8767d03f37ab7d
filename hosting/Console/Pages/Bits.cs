using Compiled.Graph;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>Pieces that stand on many pages.</summary>
internal static class Bits
{
    // A browser shows more than this slowly; the rest is in the exported history.
    private const int LongestJson = 300_000;

    public static Markup Time(DateTimeOffset time, bool isExact = false)
        => Markup.Of($"""<time datetime="{Moments.Iso(time)}" title="{Moments.Millisecond(time)} UTC" data-exact="{(isExact ? "yes" : "no")}">{(isExact ? Moments.Millisecond(time) : Moments.Second(time))}</time>""");

    public static Markup Time(DateTimeOffset? time) => time is { } known ? Time(known) : Markup.Of($"""<span class="none">–</span>""");

    public static Markup Status(ExecutionStatus status)
        => Markup.Of($"""<span class="status {OutcomeOf(status).ToString().ToLowerInvariant()}">{Icons.Of(OutcomeOf(status))}{NameOf(status)}</span>""");

    public static Markup Outcome(StateOutcome outcome)
        => Markup.Of($"""<span class="status {outcome.ToString().ToLowerInvariant()}">{Icons.Of(outcome)}{NameOf(outcome)}</span>""");

    public static string NameOf(StateOutcome outcome) => outcome == StateOutcome.Caught ? "Caught error" : outcome.ToString();

    public static string NameOf(ExecutionStatus status) => status == ExecutionStatus.TimedOut ? "Timed out" : status.ToString();

    public static StateOutcome OutcomeOf(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => StateOutcome.Running,
        ExecutionStatus.Succeeded => StateOutcome.Succeeded,
        ExecutionStatus.Aborted => StateOutcome.Cancelled,
        _ => StateOutcome.Failed,
    };

    public static Markup Type(MachineType type) => Markup.Of($"""<span class="tag">{type.ToString()}</span>""");

    /// <summary>What a machine that is being deleted says.</summary>
    public static Markup Deleting(ConsoleMachineRow machine)
        => machine.IsDeleting ? Markup.Of($"""<span class="status cancelled">{Icons.Of(StateOutcome.Cancelled)}Deleting</span>""") : Markup.Empty;

    /// <summary>A button that puts a text on the clipboard.</summary>
    public static Markup CopyButton(string text, string what)
        => Markup.Of($"""<button type="button" class="quiet copy" data-copy="{text}" title="Copy {what}" aria-label="Copy {what}">{Icons.Copy}</button>""");

    /// <summary>A JSON text in lines and colours with a title and a button to copy it.</summary>
    public static Markup Json(string title, string? json)
    {
        if (json is null)
            return Markup.Of($"""<section class="json"><h3>{title}</h3><p class="none">None yet</p></section>""");
        bool isCut = json.Length > LongestJson;
        string shown = isCut ? json[..LongestJson] : JsonLayout.Of(json);
        Markup cut = isCut ? Markup.Of($"""<p class="hint">The first {Moments.Count(LongestJson)} of {Moments.Count(json.Length)} characters; the whole is in the exported history.</p>""") : Markup.Empty;
        return Markup.Of($"""<section class="json"><h3>{title}</h3><button type="button" class="quiet copy" data-copy-next="yes" title="Copy {title}" aria-label="Copy {title}">{Icons.Copy}</button><pre tabindex="0">{JsonHighlight.Of(shown)}</pre>{cut}</section>""");
    }

    /// <summary>Names and what stands for them.</summary>
    public static Markup Facts(params IEnumerable<(string Name, Markup Value)> facts)
        => Markup.Of($"""<dl class="facts">{facts.Where(static fact => !fact.Value.IsEmpty).Select(static fact => Markup.Of($"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>"))}</dl>""");

    public static Markup Text(string? text) => string.IsNullOrEmpty(text) ? Markup.Empty : Markup.Of($"{text}");

    /// <summary>Tabs that are links.</summary>
    public static Markup Tabs(string label, string current, params IEnumerable<(string Key, string Name, Link Link)> tabs)
        => Markup.Of($"""<nav class="tabs" aria-label="{label}">{tabs.Select(tab => Markup.Of($"""<a href="{tab.Link}" data-tab="{tab.Key}"{Flag.Current(tab.Key == current)}>{tab.Name}</a>"""))}</nav>""");

    /// <summary>What stands where a list is empty.</summary>
    public static Markup Empty(string title, string hint)
        => Markup.Of($"""<div class="empty"><p class="empty-title">{title}</p><p>{hint}</p></div>""");
}

using Compiled.Language.Faults;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages;

/// <summary>What is wrong with a definition, each with its place.</summary>
internal static class FaultList
{
    private const int MostShown = 50;

    public static Markup Of(MachinePicture picture) => Of(picture.Text, picture.Faults);

    public static Markup Of(string text, IReadOnlyList<Fault> faults)
    {
        if (faults.Count == 0)
            return Markup.Of($"""<p class="fine">{Icons.Of(Compiled.Graph.StateOutcome.Succeeded)}No faults found</p>""");
        Markup more = faults.Count > MostShown ? Markup.Of($"""<li class="hint">{faults.Count - MostShown} more</li>""") : Markup.Empty;
        return Markup.Of($"""<ul class="faults">{faults.OrderByDescending(static fault => fault.Severity).Take(MostShown).Select(fault => Item(text, fault))}{more}</ul>""");
    }

    private static Markup Item(string text, Fault fault)
    {
        TextPlace place = TextPlace.Of(text, fault.Span.Start);
        return Markup.Of($"""
            <li class="{fault.Severity.ToString().ToLowerInvariant()}"><button type="button" data-at="{fault.Span.Start}" data-length="{fault.Span.Length}"><span class="place">{place.Line}:{place.Column}</span><span class="tag">{fault.Id}</span>{fault.Message}</button></li>
            """);
    }
}

using Compiled.Graph;
using Compiled.WebConsole.Html;

namespace Compiled.WebConsole.Pages;

/// <summary>Small pictures beside words; screen readers pass over them.</summary>
internal static class Icons
{
    public static Markup Play => Stroke("M5 3.5v9l7.5-4.500z");

    public static Markup Stop => Stroke("M4.5 4.500h7v7h-7z");

    public static Markup Redrive => Stroke("M13 8a5 5 0 1 1-1.600-3.650M13 2.500v2.500h-2.500");

    public static Markup Plus => Stroke("M8 3.500v9M3.5 8h9");

    public static Markup Pen => Stroke("M3.5 12.500l.6-2.600 6.400-6.400 2 2-6.400 6.400z");

    public static Markup Copy => Stroke("M6 6h6.500v6.500h-6.500zM3.500 10v-6.500h6.500");

    public static Markup Bin => Stroke("M3.500 4.500h9M6.500 4.500v-1.500h3v1.500M4.500 4.500l.6 8.500h5.800l.6-8.500");

    public static Markup Down => Stroke("M8 3v7M5 7.500l3 3 3-3M3.500 13h9");

    public static Markup Search => Stroke("M7 11.500a4.500 4.500 0 1 1 0-9a4.500 4.500 0 1 1 0 9M10.300 10.300l3.200 3.200");

    public static Markup Chevron => Stroke("M6 4l4 4-4 4");

    public static Markup Theme => Stroke("M8 13.500a5.500 5.500 0 1 1 0-11zM8 2.500a5.500 5.500 0 0 1 0 11");

    public static Markup Fit => Stroke("M3 6v-3h3M10 3h3v3M13 10v3h-3M6 13h-3v-3");

    public static Markup Minus => Stroke("M3.500 8h9");

    public static Markup Alert => Stroke("M8 2.500l6 10.800h-12zM8 6.500v3M8 11.500v0");

    public static Markup Flask => Stroke("M6.500 2.500h3M7 2.500v4l-3.800 6.200a.6.6 0 0 0 .5.800h8.600a.6.6 0 0 0 .5-.800l-3.800-6.200v-4M5.300 9.500h5.400");

    public static Markup Full => Stroke("M6.500 3h-3.500v3.500M9.500 13h3.500v-3.500M3 3l4 4M13 13l-4-4");

    public static Markup Turn => Stroke("M3 5h8.500M9 2.500l2.500 2.500-2.500 2.500M5 3v8.500M2.500 9l2.500 2.500 2.500-2.500");

    public static Markup Picture => Stroke("M2.500 3.500h11v9h-11zM2.500 11l3.200-3.200 2.600 2.600 2-2 3.200 3.100M10.500 6v0");

    public static Markup Machine => Stroke("M5.500 2.500h5v3h-5zM2.500 10.500h4v3h-4zM9.500 10.500h4v3h-4zM8 5.500v2.500M4.500 10.500v-2.500h7v2.500");

    public static Markup List => Stroke("M5.500 4h8M5.500 8h8M5.500 12h8M2.500 4v0M2.500 8v0M2.500 12v0");

    public static Markup Worker => Stroke("M8 7.500a2.500 2.500 0 1 1 0-5a2.500 2.500 0 1 1 0 5M3 13.500c0-2.800 2.200-4 5-4s5 1.200 5 4");

    /// <summary>The picture of how a state or an execution stands.</summary>
    public static Markup Of(StateOutcome outcome)
        => Markup.Of($"""<svg class="badge {outcome.ToString().ToLowerInvariant()}" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="9"/><path d="{SvgWriter.GlyphOf(outcome)}"/></svg>""");

    public static Markup OfType(string type)
        => Enum.TryParse(type, out GraphNodeKind kind) && kind is not (GraphNodeKind.Start or GraphNodeKind.End)
            ? Markup.Of($"""<svg class="kind {type.ToLowerInvariant()}" viewBox="0 0 22 22" aria-hidden="true"><rect width="22" height="22" rx="6"/><path d="{SvgWriter.GlyphOf(kind)}"/></svg>""")
            : Markup.Empty;

    private static Markup Stroke(string path) => Markup.Of($"""<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="{path}"/></svg>""");
}

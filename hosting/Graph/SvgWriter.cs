using Compiled.Graph.Svg;

namespace Compiled.Graph;

/// <summary>Draws a machine as a picture that stands alone: no scripts, no fonts or files from elsewhere.</summary>
public static class SvgWriter
{
    /// <summary>
    /// The text of an SVG 1.1 document with <c>\n</c> line ends. The same graph and options give the same text. Sizes are in pixels;
    /// its <c>viewBox</c> lets it be scaled.
    /// </summary>
    /// <param name="graph">The machine.</param>
    /// <param name="options">How it is drawn.</param>
    /// <param name="direction">Which way its flow runs.</param>
    public static string Write(MachineGraph graph, SvgOptions? options = null, GraphDirection direction = GraphDirection.Down) => new GraphPicture(graph, direction).Write(options);

    /// <summary>
    /// The rules for drawings within a page (<see cref="SvgOptions.IsInPage"/>). Every selector begins with the drawing's own class, so that the rest
    /// of the page is left alone.
    /// </summary>
    /// <param name="theme">Which colours; <see cref="SvgTheme.Auto"/> has both and follows the reader's system.</param>
    public static string Stylesheet(SvgTheme theme) => Svg.Stylesheet.For(theme);

    /// <summary>The path of an outcome's picture, drawn with a round pen in a square of 18 pixels, for legends and lists beside a drawing.</summary>
    public static string GlyphOf(StateOutcome outcome) => Glyphs.Of(outcome);

    /// <summary>The path of a state type's picture, drawn with a round pen in a square of 22 pixels.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A marker has no picture.</exception>
    public static string GlyphOf(GraphNodeKind kind) => Glyphs.Of(kind);
}

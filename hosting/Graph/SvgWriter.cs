using Compiled.Graph.Layout;
using Compiled.Graph.Svg;

namespace Compiled.Graph;

/// <summary>Draws a machine as a picture that stands alone: no scripts, no fonts or files from elsewhere.</summary>
public static class SvgWriter
{
    private const double Margin = 24;

    /// <summary>
    /// The text of an SVG 1.1 document with <c>\n</c> line ends. The same graph and options give the same text. Sizes are in pixels;
    /// its <c>viewBox</c> lets it be scaled.
    /// </summary>
    public static string Write(MachineGraph graph, SvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        options ??= new SvgOptions();
        PlacedFlow flow = FlowLayout.Place(graph.Flow);
        var overlay = options.Visited is null ? null : new Overlay(graph, options.Visited, options.Transitions);
        var legend = new Legend(overlay);
        double width = Math.Max(flow.Width, legend.Width) + (2 * Margin);
        double height = flow.Height + legend.Height + (2 * Margin);
        var xml = new XmlText();
        xml.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "machine-graph"), ("role", "img"),
            ("width", XmlText.Number(width)), ("height", XmlText.Number(height)),
            ("viewBox", $"0 0 {XmlText.Number(width)} {XmlText.Number(height)}"));
        xml.Text("title", graph.Title);
        xml.Text("style", Stylesheet.For(options.Theme));
        xml.Empty("rect", ("class", "page"), ("width", XmlText.Number(width)), ("height", XmlText.Number(height)));
        new FlowDrawing(xml, overlay).Draw(flow, (width - flow.Width) / 2, Margin);
        legend.Draw(xml, Margin, flow.Height + (2 * Margin));
        xml.Close("svg");
        return xml.ToString();
    }
}

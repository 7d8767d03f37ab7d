using Compiled.Graph.Layout;
using Compiled.Graph.Svg;

namespace Compiled.Graph;

/// <summary>A machine laid out once, to be drawn again and again as executions go on. Any thread may draw.</summary>
public sealed class GraphPicture
{
    private const double Margin = 24;

    private readonly MachineGraph _graph;
    private readonly PlacedFlow _flow;

    /// <summary>Lays a machine out.</summary>
    /// <param name="graph">The machine.</param>
    /// <param name="direction">Which way its flow runs.</param>
    public GraphPicture(MachineGraph graph, GraphDirection direction = GraphDirection.Down)
    {
        ArgumentNullException.ThrowIfNull(graph);
        _graph = graph;
        _flow = FlowLayout.Place(graph.Flow, direction);
    }

    /// <summary>
    /// The text of an SVG 1.1 document with <c>\n</c> line ends. The same graph and options give the same text. Sizes are in pixels;
    /// its <c>viewBox</c> lets it be scaled.
    /// </summary>
    public string Write(SvgOptions? options = null)
    {
        options ??= new SvgOptions();
        var overlay = options.Visited is null ? null : new Overlay(_graph, options);
        var legend = new Legend(options.IsInPage ? null : overlay);
        double width = Math.Max(_flow.Width, legend.Width) + (2 * Margin);
        double height = _flow.Height + legend.Height + (2 * Margin);
        var xml = new XmlText();
        xml.Open("svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "machine-graph"), ("role", options.IsInPage ? "group" : "img"),
            ("width", XmlText.Number(width)), ("height", XmlText.Number(height)),
            ("viewBox", $"0 0 {XmlText.Number(width)} {XmlText.Number(height)}"));
        xml.Text("title", _graph.Title);
        if (!options.IsInPage)
        {
            xml.Text("style", Svg.Stylesheet.For(options.Theme));
            xml.Empty("rect", ("class", "page"), ("width", XmlText.Number(width)), ("height", XmlText.Number(height)));
        }

        new FlowDrawing(xml, overlay, options.IsInPage).Draw(_flow, (width - _flow.Width) / 2, Margin);
        legend.Draw(xml, Margin, _flow.Height + (2 * Margin));
        xml.Close("svg");
        return xml.ToString();
    }
}

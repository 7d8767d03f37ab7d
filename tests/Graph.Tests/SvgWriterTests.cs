using System.Globalization;
using System.Xml.Linq;
using Compiled.Graph;
using Compiled.Graph.Layout;
using Compiled.Graph.Text;
using Graph.Tests.Layout;

namespace Graph.Tests;

// FEATURES V-002, V-008.
public class SvgWriterTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";
    private readonly MachineGraph _order = MachineGraph.From(Machines.Bind(Machines.Order));

    [Fact]
    public void Svg_OfAMachine_IsAnImageWithATitle()
    {
        XElement root = Parse(_order);
        Assert.Equal(s_svg + "svg", root.Name);
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.Equal((s_svg + "title", "An order"), (root.Elements().First().Name, root.Elements().First().Value));
    }

    [Fact]
    public void Svg_OfAMachine_StandsAlone()
    {
        string svg = SvgWriter.Write(_order);
        Assert.Equal(["http://www.w3.org/2000/svg"], Occurrences(svg, "http"));
        Assert.DoesNotContain("<script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", svg, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', svg);
    }

    [Fact]
    public void Svg_Style_TouchesNothingOutside()
    {
        string style = Parse(_order).Element(s_svg + "style")!.Value;
        IEnumerable<string> selectors = style.Split('\n')
            .Where(line => line.Contains('{', StringComparison.Ordinal) && !line.StartsWith("@media", StringComparison.Ordinal))
            .SelectMany(line => line[..line.IndexOf('{', StringComparison.Ordinal)].Split(','));
        Assert.All(selectors, selector => Assert.StartsWith(".machine-graph ", selector, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SvgTheme.Auto, true, "#ffffff")]
    [InlineData(SvgTheme.Light, false, "#ffffff")]
    [InlineData(SvgTheme.Dark, false, "#0e1420")]
    public void Svg_Theme_SetsThePage(SvgTheme theme, bool followsSystem, string page)
    {
        string svg = SvgWriter.Write(_order, new SvgOptions { Theme = theme });
        Assert.Equal(followsSystem, svg.Contains("prefers-color-scheme:dark", StringComparison.Ordinal));
        Assert.Contains($".machine-graph .page{{fill:{page}}}", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_NodesAndEdges_CarryTheirKinds()
    {
        string[] classes = [.. Parse(_order).Descendants(s_svg + "g").Select(g => g.Attribute("class")!.Value)];
        foreach (string kind in (string[])["task", "choice", "map frame", "parallel frame", "pass", "wait", "succeed", "fail", "start", "end"])
        {
            Assert.Contains("node " + kind, classes);
        }

        Assert.Contains("edge catch", classes);
        Assert.Contains("edge default", classes);
    }

    [Theory]
    [InlineData("a < b & \"c\" 'd'")]
    [InlineData("]]> <!-- -->")]
    [InlineData("tab\tnew\nline")]
    public void Svg_NameWithOddCharacters_IsWellFormed(string name)
    {
        var flow = new GraphFlow("f", [new GraphNode("a", GraphNodeKind.Pass, name)], []);
        string title = Parse(new MachineGraph(flow, name)).Element(s_svg + "title")!.Value;
        Assert.Equal(name.Replace('\t', ' '), title);
    }

    [Fact]
    public void Svg_NameThatXmlForbids_IsReplaced()
    {
        const string Name = "\u0001\uFFFE\uD800";
        var flow = new GraphFlow("f", [new GraphNode("a", GraphNodeKind.Pass, Name)], []);
        Assert.Equal("\uFFFD\uFFFD\uFFFD", Parse(new MachineGraph(flow, Name)).Element(s_svg + "title")!.Value);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("ValidateTheIncomingOrderAndReserveStockForEveryItemOfItBeforePaymentIsTakenOnce")]
    [InlineData("wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm")]
    [InlineData("数量数量数量数量数量数量数量数量数量数量数量数量")]
    public void Svg_Text_StaysInItsBox(string name)
    {
        foreach (GraphNodeKind kind in Enum.GetValues<GraphNodeKind>().Where(kind => kind >= GraphNodeKind.Task))
        {
            var node = new GraphNode("a", kind, name) { Detail = name };
            NodeBox box = NodeBox.Of(node, depth: 0);
            XElement root = Parse(new MachineGraph(new GraphFlow("f", [node], [])));
            double right = Number(root, "viewBox", 2) - 24 - (kind == GraphNodeKind.Choice ? NodeBox.HexagonPoint : 0);
            foreach (XElement text in root.Descendants(s_svg + "text"))
            {
                bool isName = text.Attribute("class")!.Value == "name";
                double width = TextMetrics.Width(text.Value, isName ? NodeBox.NameFontSize : NodeBox.CaptionFontSize, isName);
                Assert.True(Number(text, "x", 0) + width <= right, $"'{text.Value}' ends outside its {kind} box.");
                Assert.InRange(Number(text, "y", 0), 24, 24 + box.Height);
            }
        }
    }

    [Fact]
    public void Svg_WithAnExecution_ColoursWhatItDid()
    {
        var options = new SvgOptions
        {
            Visited = new Dictionary<string, StateOutcome>
            {
                ["Check"] = StateOutcome.Succeeded,
                ["Reserve"] = StateOutcome.Caught,
                ["Refuse"] = StateOutcome.Failed,
                ["Other"] = StateOutcome.Running,
            },
        };
        XElement root = Parse(_order, options);
        Dictionary<string, string> nodes = root.Descendants(s_svg + "g").Where(g => g.Elements(s_svg + "text").Any() && Class(g).StartsWith("node", StringComparison.Ordinal))
            .GroupBy(g => g.Element(s_svg + "text")!.Value).ToDictionary(g => g.Key, g => Class(g.First()));
        Assert.Equal("node choice visited succeeded", nodes["Check"]);
        Assert.Equal("node task visited caught", nodes["Reserve"]);
        Assert.Equal("node fail visited failed", nodes["Refuse"]);
        Assert.Equal("node map frame missed", nodes["Each"]);
        Assert.Equal(
            ["edge missed next", "edge missed next", "edge missed next", "edge taken next", "edge taken choice", "edge taken default", "edge taken catch"],
            root.Elements(s_svg + "g").Where(g => g.Elements(s_svg + "path").Any(path => Class(path) == "line")).Select(Class));
        Assert.Equal(
            ["Succeeded", "Failed", "Caught error", "Not reached"],
            root.Descendants(s_svg + "text").Where(text => Class(text) == "legend-text").Select(text => text.Value));
    }

    [Fact]
    public void Svg_WithTransitions_TakesOnlyThose()
    {
        var options = new SvgOptions
        {
            Visited = new Dictionary<string, StateOutcome> { ["Check"] = StateOutcome.Succeeded, ["Reserve"] = StateOutcome.Succeeded, ["Refuse"] = StateOutcome.Failed },
            Transitions = new HashSet<(string, string)> { ("Check", "Refuse") },
        };
        string[] taken = [.. Parse(_order, options).Descendants(s_svg + "g").Select(Class).Where(@class => @class.StartsWith("edge taken", StringComparison.Ordinal)).Distinct()];
        Assert.Equal(["edge taken next", "edge taken default"], taken);
    }

    [Fact]
    public void Svg_OfRandomGraphs_IsWellFormed()
    {
        for (int seed = 100; seed < 120; seed++)
        {
            _ = Parse(RandomFlow.Graph(seed, states: 12));
        }
    }

    private static XElement Parse(MachineGraph graph, SvgOptions? options = null) => XDocument.Parse(SvgWriter.Write(graph, options)).Root!;

    private static string Class(XElement element) => element.Attribute("class")?.Value ?? "";

    private static double Number(XElement element, string attribute, int index) =>
        double.Parse(element.Attribute(attribute)!.Value.Split(' ')[index], CultureInfo.InvariantCulture);

    private static IEnumerable<string> Occurrences(string text, string start)
    {
        for (int i = text.IndexOf(start, StringComparison.Ordinal); i >= 0; i = text.IndexOf(start, i + 1, StringComparison.Ordinal))
        {
            yield return text[i..text.IndexOf('"', i)];
        }
    }
}

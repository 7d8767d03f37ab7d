using System.Globalization;
using System.Text;

namespace Compiled.Graph.Mermaid;

/// <summary>One Mermaid flowchart on its way.</summary>
internal sealed class FlowchartText
{
    private const int LongestLabel = 80;

    // Strokes alone, so that fills and texts follow the page's own theme.
    private static readonly (GraphNodeKind Kind, string Style)[] s_classes =
    [
        (GraphNodeKind.Task, "stroke:#3b5bdb"),
        (GraphNodeKind.Pass, "stroke:#66738a"),
        (GraphNodeKind.Choice, "stroke:#c77700"),
        (GraphNodeKind.Wait, "stroke:#0b7fa5"),
        (GraphNodeKind.Succeed, "stroke:#2b8a3e"),
        (GraphNodeKind.Fail, "stroke:#d6313f"),
        (GraphNodeKind.Parallel, "stroke:#0c8577"),
        (GraphNodeKind.Map, "stroke:#8a3fc7"),
    ];

    private readonly StringBuilder _text = new();
    private readonly SortedDictionary<GraphNodeKind, List<string>> _members = [];
    private readonly List<string> _terminals = [];
    private int _count;

    public string Write(MachineGraph graph)
    {
        _text.Append("flowchart TD\n");
        WriteFlow(graph.Flow, depth: 1);
        foreach ((GraphNodeKind kind, string style) in s_classes)
        {
            if (_members.TryGetValue(kind, out List<string>? ids))
            {
                WriteClass("kind" + kind, style, ids);
            }
        }

        if (_terminals.Count > 0)
        {
            WriteClass("terminal", "stroke-width:3px", _terminals);
        }

        return _text.ToString();
    }

    private void WriteClass(string name, string style, List<string> ids)
    {
        Line(1, $"classDef {name} {style}");
        Line(1, $"class {string.Join(',', ids)} {name}");
    }

    private void WriteFlow(GraphFlow flow, int depth)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (GraphNode node in flow.Nodes)
        {
            string id = NewId();
            ids.Add(node.Id, id);
            WriteNode(node, id, depth);
        }

        foreach (GraphEdge edge in flow.Edges)
        {
            string arrow = edge.Kind == GraphEdgeKind.Catch ? "-.->" : "-->";
            string label = edge.Label.Length > 0 ? "|\"" + MermaidText.Escape(Clip(edge.Label)) + "\"|" : "";
            Line(depth, $"{ids[edge.From]} {arrow}{label} {ids[edge.To]}");
        }
    }

    private void WriteNode(GraphNode node, string id, int depth)
    {
        if (!node.IsMarker)
        {
            if (!_members.TryGetValue(node.Kind, out List<string>? members))
            {
                _members.Add(node.Kind, members = []);
            }

            members.Add(id);
            if (node.IsTerminal)
            {
                _terminals.Add(id);
            }
        }

        if (node.Flows.Count > 0)
        {
            WriteFrame(node, id, depth);
            return;
        }

        (string open, string close) = Shape(node.Kind);
        Line(depth, id + open + "\"" + LabelOf(node) + "\"" + close);
    }

    private void WriteFrame(GraphNode node, string id, int depth)
    {
        Line(depth, $"subgraph {id}[\"{LabelOf(node)}\"]");
        if (node.Flows.Count == 1)
        {
            WriteFlow(node.Flows[0], depth + 1);
        }
        else
        {
            for (int i = 0; i < node.Flows.Count; i++)
            {
                string number = (i + 1).ToString(CultureInfo.InvariantCulture);
                Line(depth + 1, $"subgraph {NewId()}[\"Branch {number}\"]");
                WriteFlow(node.Flows[i], depth + 2);
                Line(depth + 1, "end");
            }
        }

        Line(depth, "end");
    }

    private static (string Open, string Close) Shape(GraphNodeKind kind) => kind switch
    {
        GraphNodeKind.Start or GraphNodeKind.End or GraphNodeKind.Succeed or GraphNodeKind.Fail => ("([", "])"),
        GraphNodeKind.Choice => ("{{", "}}"),
        GraphNodeKind.Wait => ("(", ")"),
        _ => ("[", "]"),
    };

    private static string LabelOf(GraphNode node)
    {
        string name = MermaidText.Escape(node.Name);
        if (node.IsMarker)
        {
            return name;
        }

        string detail = node.Detail.Length > 0 ? ": " + node.Detail : "";
        return name + "<br/>" + MermaidText.Escape(node.Kind + detail);
    }

    private static string Clip(string text)
    {
        if (text.Length <= LongestLabel)
        {
            return text;
        }

        int[] starts = StringInfo.ParseCombiningCharacters(text);
        int end = Array.FindLast(starts, start => start < LongestLabel);
        return text[..end].TrimEnd() + "…";
    }

    private string NewId() => "n" + (_count++).ToString(CultureInfo.InvariantCulture);

    private void Line(int depth, string text) => _text.Append(' ', depth * 2).Append(text).Append('\n');
}

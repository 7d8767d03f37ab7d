using Compiled.Graph;

namespace Graph.Tests.Layout;

/// <summary>Makes flows that look like machines, with more loops, joins and frames than people write; the same seed gives the same flow.</summary>
internal sealed class RandomFlow
{
    private static readonly GraphNodeKind[] s_kinds =
        [GraphNodeKind.Task, GraphNodeKind.Pass, GraphNodeKind.Choice, GraphNodeKind.Wait, GraphNodeKind.Task, GraphNodeKind.Fail];

    private readonly Random _random;
    private int _ids;

    private RandomFlow(int seed) => _random = new Random(seed);

    public static MachineGraph Graph(int seed, int states) => new(new RandomFlow(seed).Flow(states, depth: 0));

    private GraphFlow Flow(int states, int depth)
    {
        string id = "f" + _ids++;
        var nodes = new List<GraphNode> { new(id + "s", GraphNodeKind.Start, "Start") };
        for (int i = 0; i < states; i++)
        {
            nodes.Add(State(depth));
        }

        nodes.Add(new GraphNode(id + "e", GraphNodeKind.End, "End"));
        var edges = new List<GraphEdge> { new(nodes[0].Id, nodes[1].Id, GraphEdgeKind.Next) };
        for (int i = 1; i <= states; i++)
        {
            AddEdges(nodes, i, edges);
        }

        return new GraphFlow(id, nodes, edges);
    }

    private GraphNode State(int depth)
    {
        bool isFrame = depth < 2 && _random.Next(12) == 0;
        GraphNodeKind kind = isFrame
            ? (_random.Next(2) == 0 ? GraphNodeKind.Parallel : GraphNodeKind.Map)
            : s_kinds[_random.Next(s_kinds.Length)];
        int flows = !isFrame ? 0 : kind == GraphNodeKind.Map ? 1 : 1 + _random.Next(3);
        return new GraphNode("s" + _ids++, kind, Name())
        {
            Detail = _random.Next(3) == 0 ? "" : "some service someAction",
            IsTerminal = kind == GraphNodeKind.Fail,
            Flows = [.. Enumerable.Range(0, flows).Select(_ => Flow(1 + _random.Next(6), depth + 1))],
        };
    }

    private void AddEdges(List<GraphNode> nodes, int from, List<GraphEdge> edges)
    {
        GraphNode node = nodes[from];
        if (node.Kind == GraphNodeKind.Fail)
        {
            return;
        }

        if (node.Kind == GraphNodeKind.Choice)
        {
            int rules = 1 + _random.Next(4);
            for (int i = 0; i < rules; i++)
            {
                edges.Add(new GraphEdge(node.Id, Target(nodes, from), GraphEdgeKind.Choice, "$." + Name() + " > 100"));
            }

            edges.Add(new GraphEdge(node.Id, Target(nodes, from), GraphEdgeKind.Default, "Default"));
            return;
        }

        edges.Add(new GraphEdge(node.Id, nodes[Math.Min(from + 1 + _random.Next(2), nodes.Count - 1)].Id, GraphEdgeKind.Next));
        for (int i = _random.Next(4); i > 2; i--)
        {
            edges.Add(new GraphEdge(node.Id, Target(nodes, from), GraphEdgeKind.Catch, "Catch: States.ALL"));
        }
    }

    // Any state, itself and those before it included; mostly one near by, as people write.
    private string Target(List<GraphNode> nodes, int from)
    {
        int target = _random.Next(3) == 0 ? 1 + _random.Next(nodes.Count - 2) : from + _random.Next(-2, 5);
        return nodes[Math.Clamp(target, 1, nodes.Count - 2)].Id;
    }

    private string Name() => string.Join(' ', Enumerable.Range(0, 1 + _random.Next(5)).Select(_ => "Word" + _random.Next(10_000)));
}

using System.Globalization;
using Compiled.Language.Binding;

namespace Compiled.Graph;

/// <summary>Turns a bound flow, and the flows inside its states, into nodes and edges.</summary>
internal static class FlowReader
{
    public static GraphFlow Read(Flow flow)
    {
        string id = "f" + Number(flow.Index);
        string start = id + "_start";
        string end = id + "_end";
        var nodes = new List<GraphNode> { new(start, GraphNodeKind.Start, "Start") };
        var edges = new List<GraphEdge> { new(start, IdOf(flow.Start), GraphEdgeKind.Next) };
        bool ends = false;
        foreach (State state in flow.States)
        {
            nodes.Add(NodeOf(state));
            AddEdges(state, edges);
            // Fail ends more than its flow, and Choice has no End, so neither leads to the marker.
            if (state.IsTerminal && state.Type != StateType.Fail)
            {
                edges.Add(new GraphEdge(IdOf(state), end, GraphEdgeKind.Next));
                ends = true;
            }
        }

        if (ends)
        {
            nodes.Add(new GraphNode(end, GraphNodeKind.End, "End"));
        }

        return new GraphFlow(id, nodes, edges);
    }

    private static GraphNode NodeOf(State state) => new(IdOf(state), KindOf(state.Type), state.Name)
    {
        Detail = StateDetail.Of(state),
        IsTerminal = state.IsTerminal,
        IsReachable = state.IsReachable,
        Flows = state switch
        {
            ParallelState parallel => [.. parallel.Branches.Select(Read)],
            MapState map => [Read(map.Processor)],
            _ => [],
        },
    };

    private static void AddEdges(State state, List<GraphEdge> edges)
    {
        string from = IdOf(state);
        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Rules)
            {
                edges.Add(new GraphEdge(from, IdOf(rule.Next), GraphEdgeKind.Choice, ConditionText.Write(rule.Condition)));
            }

            if (choice.Default is { } otherwise)
            {
                edges.Add(new GraphEdge(from, IdOf(otherwise), GraphEdgeKind.Default, "Default"));
            }
        }

        if (state.Next is { } next)
        {
            edges.Add(new GraphEdge(from, IdOf(next), GraphEdgeKind.Next));
        }

        if (state is WorkState work)
        {
            foreach (Catcher catcher in work.Catch)
            {
                string errors = string.Join(", ", catcher.ErrorEquals);
                edges.Add(new GraphEdge(from, IdOf(catcher.Next), GraphEdgeKind.Catch, "Catch: " + errors));
            }
        }
    }

    private static GraphNodeKind KindOf(StateType type) => type switch
    {
        StateType.Task => GraphNodeKind.Task,
        StateType.Pass => GraphNodeKind.Pass,
        StateType.Choice => GraphNodeKind.Choice,
        StateType.Wait => GraphNodeKind.Wait,
        StateType.Succeed => GraphNodeKind.Succeed,
        StateType.Fail => GraphNodeKind.Fail,
        StateType.Parallel => GraphNodeKind.Parallel,
        StateType.Map => GraphNodeKind.Map,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There are eight state types."),
    };

    private static string IdOf(State state) => "s" + Number(state.Index);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

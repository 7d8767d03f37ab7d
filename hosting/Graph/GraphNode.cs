namespace Compiled.Graph;

/// <summary>A state, or a marker where a flow starts or ends.</summary>
public sealed class GraphNode
{
    /// <summary>Makes a node.</summary>
    public GraphNode(string id, GraphNodeKind kind, string name)
    {
        Id = id;
        Kind = kind;
        Name = name;
    }

    /// <summary>The id, unique in the graph: letters, digits and <c>_</c> where it comes from a machine.</summary>
    public string Id { get; }

    /// <summary>What it stands for.</summary>
    public GraphNodeKind Kind { get; }

    /// <summary>The state's name as written; any characters.</summary>
    public string Name { get; }

    /// <summary>What a caption tells beside the type, such as <c>sqs sendMessage</c> or <c>30 s</c>; empty for nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>Whether the flow ends here: <c>End: true</c>, Succeed or Fail.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether a walk from the flow's start comes here.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>The flows framed by the node: a Parallel's branches or a Map's processor; empty for all others.</summary>
    public IReadOnlyList<GraphFlow> Flows { get; init; } = [];

    /// <summary>Whether it is a start or end marker and not a state.</summary>
    public bool IsMarker => Kind is GraphNodeKind.Start or GraphNodeKind.End;
}

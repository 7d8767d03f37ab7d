using Compiled.Graph.Mermaid;

namespace Compiled.Graph;

/// <summary>Writes a machine as a Mermaid flowchart, for Markdown pages that draw it themselves.</summary>
public static class MermaidWriter
{
    /// <summary>
    /// The text of a <c>flowchart TD</c>, without a fence around it, with <c>\n</c> line ends. Nodes have ids of their own, so names
    /// may hold any characters. Parallel and Map are subgraphs; edges of Catch are dotted. The same graph gives the same text.
    /// </summary>
    public static string Write(MachineGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return new FlowchartText().Write(graph);
    }
}

using Compiled.Language.Binding;

namespace Compiled.Graph;

/// <summary>
/// A state machine as a drawing needs it: nodes, edges and nested frames, without positions.
/// <see cref="MermaidWriter"/> and <see cref="SvgWriter"/> write it.
/// </summary>
public sealed class MachineGraph
{
    /// <summary>Makes a graph of a top flow.</summary>
    public MachineGraph(GraphFlow flow, string title = "State machine")
    {
        Flow = flow;
        Title = title;
    }

    /// <summary>The top flow.</summary>
    public GraphFlow Flow { get; }

    /// <summary>What the drawing shows, read out by screen readers.</summary>
    public string Title { get; }

    /// <summary>The graph of a machine. Without a title, the machine's comment is the title, if it has one.</summary>
    public static MachineGraph From(Machine machine, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(machine);
        string text = title ?? machine.Comment ?? "";
        return new MachineGraph(FlowReader.Read(machine.Flow), string.IsNullOrWhiteSpace(text) ? "State machine" : text);
    }
}

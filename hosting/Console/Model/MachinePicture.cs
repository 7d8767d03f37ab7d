using Compiled.Graph;
using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.Rules;

namespace Compiled.WebConsole.Model;

/// <summary>A definition as pages show it: bound, judged by the rules, and laid out when a page draws it.</summary>
internal sealed class MachinePicture
{
    private readonly Lazy<GraphPicture?> _down, _right;

    private MachinePicture(string text, BoundMachine bound, IReadOnlyList<Fault> faults, int? mapState)
    {
        (Text, Bound, Faults) = (text, bound, faults);
        _down = new Lazy<GraphPicture?>(() => Draw(bound, mapState, GraphDirection.Down));
        _right = new Lazy<GraphPicture?>(() => Draw(bound, mapState, GraphDirection.Right));
    }

    public string Text { get; }

    public BoundMachine Bound { get; }

    /// <summary>What binder and rules find, in the order of the text.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The machine laid out; null when the definition has faults that leave no machine.</summary>
    public GraphPicture? GraphOf(GraphDirection direction) => direction == GraphDirection.Right ? _right.Value : _down.Value;

    /// <param name="text">The definition.</param>
    /// <param name="type">The machine's type.</param>
    /// <param name="mapState">The number of the Map state whose processor is drawn; null for the whole machine.</param>
    public static MachinePicture Of(string text, Compiled.MachineType type, int? mapState = null)
    {
        BoundMachine bound = MachineBinder.Bind(text, type == Compiled.MachineType.Express ? Language.Binding.MachineType.Express : Language.Binding.MachineType.Standard);
        return new MachinePicture(text, bound, RuleList.Check(bound), mapState);
    }

    /// <summary>A state by its name; null when there is none, or no machine.</summary>
    public State? StateOf(string name) => Bound.Machine?.States.FirstOrDefault(state => state.Name == name);

    /// <summary>A state's part of the text, moved to the left border; null when there is none.</summary>
    public string? SourceOf(string name)
    {
        if (StateOf(name) is not { Source: var source })
            return null;
        TextSpan span = source.Span;
        int lineStart = Text.LastIndexOf('\n', Math.Max(0, span.Start - 1)) + 1;
        int indent = Text.AsSpan(lineStart).IndexOfAnyExcept(' ', '\t');
        string[] lines = Text.Substring(span.Start, span.Length).Split('\n');
        return string.Join('\n', lines.Select((line, i) => i == 0 ? line : line[Math.Min(Math.Max(0, indent), LeadingSpaces(line))..]).Select(static line => line.TrimEnd('\r')));
    }

    private static int LeadingSpaces(string line) => line.Length - line.AsSpan().TrimStart([' ', '\t']).Length;

    private static GraphPicture? Draw(BoundMachine bound, int? mapState, GraphDirection direction)
    {
        if (bound.Machine is null)
            return null;
        MachineGraph whole = MachineGraph.From(bound.Machine);
        if (mapState is null)
            return new GraphPicture(whole, direction);
        string id = "s" + mapState.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Find(whole.Flow, id) is { Flows: [var processor, ..] } ? new GraphPicture(new MachineGraph(processor, whole.Title), direction) : new GraphPicture(whole, direction);
    }

    private static GraphNode? Find(GraphFlow flow, string id)
    {
        foreach (GraphNode node in flow.Nodes)
        {
            if (node.Id == id)
                return node;
            foreach (GraphFlow inner in node.Flows)
            {
                if (Find(inner, id) is { } found)
                    return found;
            }
        }

        return null;
    }
}

namespace Compiled.Language.Binding;

/// <summary>The shapes of all flows of a machine.</summary>
public sealed class MachineShapes
{
    private readonly Dictionary<Flow, FlowShapes> _flows = new();

    private MachineShapes()
    {
    }

    /// <summary>The shapes of one flow; of a flow that nothing runs, those for an input of which nothing is known.</summary>
    public FlowShapes this[Flow flow] => _flows.TryGetValue(flow, out FlowShapes? shapes) ? shapes : _flows[flow] = FlowShapes.Of(flow, Shape.Unknown);

    /// <summary>Finds the shapes of a machine whose input may be anything.</summary>
    public static MachineShapes Of(Machine machine)
    {
        var shapes = new MachineShapes();
        shapes.Add(machine.Flow, FlowShapes.Of(machine.Flow, Shape.Unknown));
        return shapes;
    }

    private void Add(Flow flow, FlowShapes shapes)
    {
        _flows[flow] = shapes;
        foreach ((Flow inner, FlowShapes found) in shapes.Inside)
            Add(inner, found);
    }
}

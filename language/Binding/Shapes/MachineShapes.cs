namespace Compiled.Language.Binding;

/// <summary>The shapes of all flows of a machine.</summary>
public sealed class MachineShapes
{
    private readonly Dictionary<Flow, FlowShapes> _flows = new();
    private readonly ShapeSource _source;

    private MachineShapes(ShapeSource source) => _source = source;

    /// <summary>The shapes of one flow; of a flow that nothing runs, those for an input of which nothing is known.</summary>
    public FlowShapes this[Flow flow]
    {
        get
        {
            lock (_source)
                return _flows.TryGetValue(flow, out FlowShapes? shapes) ? shapes : _flows[flow] = FlowShapes.Of(flow, Shape.Unknown, _source);
        }
    }

    /// <summary>Finds the shapes of a machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="resultOf">
    /// What the raw result of a Task looks like. Without it nothing is supposed that a handler might not keep to; with it what AWS's integrations and
    /// distributed Maps give is supposed too, as is right for faults and not for code.
    /// </param>
    /// <param name="input">What the input looks like; unless said, it may be anything.</param>
    public static MachineShapes Of(Machine machine, Func<TaskState, Shape>? resultOf = null, Shape? input = null)
    {
        var source = new ShapeSource(resultOf);
        var shapes = new MachineShapes(source);
        shapes.Add(machine.Flow, FlowShapes.Of(machine.Flow, input ?? Shape.Unknown, source));
        return shapes;
    }

    private void Add(Flow flow, FlowShapes shapes)
    {
        _flows[flow] = shapes;
        foreach ((Flow inner, FlowShapes found) in shapes.Inside)
            Add(inner, found);
    }
}

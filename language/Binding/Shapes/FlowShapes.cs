using Compiled.Language.Expressions;

namespace Compiled.Language.Binding;

/// <summary>
/// What the data of one flow looks like on entry to each state and after it, as far as that follows from the definition: found by following
/// every transition, and joined where transitions meet, until nothing changes.
/// </summary>
public sealed class FlowShapes
{
    // A state whose input still changes after so many visits is one that a loop keeps changing: nothing is known of it then.
    private const int MostVisits = 24;

    private readonly Dictionary<State, Shape> _entries = new();
    private readonly Dictionary<State, Shape> _outputs = new();
    private readonly Dictionary<Flow, FlowShapes> _inner = new();
    private readonly Dictionary<State, int> _visits = new();
    private readonly ShapeSource _source;
    private readonly StateShapes _states;

    private FlowShapes(Shape input, ShapeSource source)
    {
        (Input, _source) = (input, source);
        _states = new StateShapes(Enter, source);
    }

    /// <summary>The input of the flow.</summary>
    public Shape Input { get; }

    /// <summary>What the flow gives when it succeeds.</summary>
    public Shape Output { get; private set; } = Shape.Nothing;

    /// <summary>Finds the shapes of a flow, and of the flows inside it.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="input">Its input; <see cref="Shape.Unknown"/> for a machine's own flow.</param>
    public static FlowShapes Of(Flow flow, Shape input) => Of(flow, input, new ShapeSource(resultOf: null));

    internal static FlowShapes Of(Flow flow, Shape input, ShapeSource source)
    {
        var shapes = new FlowShapes(input, source);
        shapes.Find(flow);
        return shapes;
    }

    /// <summary>The data on entry to a state of the flow; <see cref="Shape.Nothing"/> for one that is never entered.</summary>
    public Shape Entry(State state) => _entries.TryGetValue(state, out Shape? shape) ? shape : Shape.Nothing;

    /// <summary>The data with which a state of the flow goes on to its Next; a Choice gives on the same to whatever follows.</summary>
    public Shape OutputOf(State state) => _outputs.TryGetValue(state, out Shape? shape) ? shape : Shape.Nothing;

    /// <summary>The data of a state of the flow between its fields. Several threads may ask.</summary>
    public StateData DataOf(State state)
    {
        // What a Map or Parallel gives may have to be found anew, which counts as visits of the machine and changes what is inside it.
        lock (_source)
            return _states.DataOf(state, Entry(state));
    }

    /// <summary>The shapes of the branches and processors of this flow's Parallel and Map states, as far as these are entered.</summary>
    public IEnumerable<(Flow Flow, FlowShapes Shapes)> Inside => _inner.Select(pair => (pair.Key, pair.Value));

    private void Find(Flow flow)
    {
        var waiting = new Queue<State>();
        var isWaiting = new HashSet<State>();
        void Arrive(State state, Shape shape)
        {
            bool isKnown = _entries.TryGetValue(state, out Shape? before);
            Shape joined = isKnown ? before!.Join(shape) : shape;
            if (isKnown && joined.Equals(before))
                return;
            _visits.TryGetValue(state, out int visits);
            _visits[state] = visits + 1;
            _entries[state] = visits < MostVisits && !_source.IsSpent ? joined : Shape.Unknown;
            if (isWaiting.Add(state))
                waiting.Enqueue(state);
        }

        Arrive(flow.Start, Input);
        while (waiting.Count > 0)
        {
            State state = waiting.Dequeue();
            isWaiting.Remove(state);
            _source.Visit();
            Shape output = _outputs[state] = _states.OutputOf(state, _entries[state]);
            foreach (State next in StateShapes.Following(state))
                Arrive(next, output);
            foreach (Catcher catcher in StateShapes.Catchers(state))
                Arrive(catcher.Next, StateShapes.Caught(catcher, _entries[state]));
        }
        foreach (State state in flow.States.Where(state => state.IsTerminal && state is not FailState && _outputs.ContainsKey(state)))
            Output = Output.Equals(Shape.Nothing) ? _outputs[state] : Output.Join(_outputs[state]);
    }

    private FlowShapes Enter(Flow flow, Shape input)
    {
        if (_source.IsSpent)
            return new FlowShapes(Shape.Unknown, _source) { Output = Shape.Unknown };
        if (!_inner.TryGetValue(flow, out FlowShapes? shapes) || !shapes.Input.Equals(input))
            _inner[flow] = shapes = Of(flow, input, _source);
        return shapes;
    }
}

using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit;

/// <summary>The C# names of a machine's states and frames. A state's name is the same in labels, methods and the <c>States</c> class.</summary>
internal sealed class MachineNames
{
    private readonly Dictionary<State, string> _states = new();
    private readonly Dictionary<Flow, string> _frames = new();
    private readonly Dictionary<(Flow, string), string> _variables = new();

    public MachineNames(Machine machine)
    {
        // Labels end in a suffix such as _Signalled, so no state's own name may contain what another's suffix makes.
        var states = new Identifiers();
        foreach (State state in machine.States)
            _states.Add(state, states.State(state.Name));
        var frames = new Identifiers("Expression", "Fields", "Keys", "Literals", "Queries");
        foreach (Flow flow in machine.Flows)
        {
            _frames.Add(flow, frames.Pascal(flow.Owner switch
            {
                null => "MainFrame",
                MapState map => _states[map] + "ItemFrame",
                { } owner => $"{_states[owner]}Branch{flow.BranchIndex}Frame",
            }));
            AddVariables(flow);
        }
    }

    public string Of(State state) => _states[state];

    public string FrameOf(Flow flow) => _frames[flow];

    /// <summary>The field of a variable in the frame of the flow that assigns it.</summary>
    public string Variable(Flow flow, string name) => _variables[(flow, name)];

    private void AddVariables(Flow flow)
    {
        // What a frame calls its counters of attempts is taken.
        int retriers = flow.States.OfType<WorkState>().Select(work => work.Retry.Count).DefaultIfEmpty().Max();
        var fields = new Identifiers([.. Enumerable.Range(0, retriers).Select(i => "_retry" + i)]);
        foreach (string name in flow.Variables)
            _variables.Add((flow, name), fields.Plain("_" + name));
    }
}

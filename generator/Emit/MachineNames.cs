using System.Collections.Generic;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit;

/// <summary>The C# names of a machine's states and frames. A state's name is the same in labels, methods and the <c>States</c> class.</summary>
internal sealed class MachineNames
{
    private readonly Dictionary<State, string> _states = new();
    private readonly Dictionary<Flow, string> _frames = new();

    public MachineNames(Machine machine)
    {
        // Labels end in a suffix such as _Signalled, so no state's own name may contain what another's suffix makes.
        var states = new Identifiers();
        foreach (State state in machine.States)
            _states.Add(state, states.State(state.Name));
        var frames = new Identifiers("Keys", "Literals", "Queries");
        foreach (Flow flow in machine.Flows)
        {
            _frames.Add(flow, frames.Pascal(flow.Owner switch
            {
                null => "MainFrame",
                MapState map => _states[map] + "ItemFrame",
                { } owner => $"{_states[owner]}Branch{flow.BranchIndex}Frame",
            }));
        }
    }

    public string Of(State state) => _states[state];

    public string FrameOf(Flow flow) => _frames[flow];
}

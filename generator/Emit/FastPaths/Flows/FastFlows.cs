using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Reading;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Language.Binding;

namespace Compiled.Generator.Emit.FastPaths.Flows;

/// <summary>The machine's own flow and those inside its states that a fast path can go through.</summary>
internal sealed class FastFlows(FastPathWriter path, Flow top, MachineNames names, MachineTables tables, FastReading reading)
{
    private readonly Dictionary<Flow, FastFlow> _known = new();
    private readonly IReadOnlyList<Flow> _flows = [.. FastFans.Within(top)];

    /// <summary>Their states.</summary>
    public IEnumerable<State> States => _flows.SelectMany(flow => flow.States);

    /// <summary>The locals of their variables.</summary>
    public IEnumerable<string> Variables => _flows.SelectMany(flow => flow.Variables.Select(Of(flow).Variables.Field));

    /// <summary>Whether any of them has a loop.</summary>
    public bool HasLoop => _flows.Any(flow => flow.HasLoop);

    /// <summary>What writes the states of a flow.</summary>
    public FastFlow Of(Flow flow)
    {
        if (!_known.TryGetValue(flow, out FastFlow? known))
        {
            var variables = new FlowVariables(flow, names, top);
            FastReader reader = reading.For(variables);
            _known.Add(flow, known = new FastFlow(path, variables, path.Failures, tables, reader, new FastTemplates(tables, reader, path.Builder), new FastQueries(path, tables, variables, names, reading.Parts)));
        }
        return known;
    }
}

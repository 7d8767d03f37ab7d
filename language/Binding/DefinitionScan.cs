using Compiled.Language.Definition;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>The first pass: finds all flows and states, so that names can be resolved wherever they stand. Reports nothing.</summary>
internal sealed class DefinitionScan
{
    private readonly Dictionary<ObjectNode, FlowDraft> _byNode = [];

    private DefinitionScan()
    {
    }

    /// <summary>All flows in the order of the text.</summary>
    public List<FlowDraft> Flows { get; } = [];

    /// <summary>All states that have a known type, in the order of the text.</summary>
    public List<State> States { get; } = [];

    /// <summary>The first state of each name.</summary>
    public Dictionary<string, StateDraft> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>All names in the order of the text, each once.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Scans a definition.</summary>
    public static DefinitionScan Of(ObjectNode root)
    {
        var scan = new DefinitionScan();
        scan.AddFlow(root, Place.Machine, owner: null, branchIndex: 0);
        return scan;
    }

    /// <summary>The flow whose object that is.</summary>
    public FlowDraft FlowOf(ObjectNode node) => _byNode[node];

    private void AddFlow(ObjectNode node, Place place, State? owner, int branchIndex)
    {
        var draft = new FlowDraft(node, place, new Flow(Flows.Count, owner, branchIndex));
        Flows.Add(draft);
        _byNode.Add(node, draft);
        if (node["States"] is not ObjectNode states)
            return;
        foreach (JsonMember member in states.EffectiveList())
            AddState(member, draft);
        draft.Flow.States = [.. draft.States.Select(each => each.State).OfType<State>()];
    }

    private void AddState(JsonMember member, FlowDraft flow)
    {
        State? state = member.Value is ObjectNode node ? StateTypes.Create(member.Name, node) : null;
        var draft = new StateDraft(member, flow, state);
        flow.States.Add(draft);
        flow.ByName[member.Name] = draft;
        if (!ByName.ContainsKey(member.Name))
        {
            ByName.Add(member.Name, draft);
            Names.Add(member.Name);
        }
        if (state is null)
            return;
        state.Flow = flow.Flow;
        state.Index = States.Count;
        States.Add(state);
        AddInnerFlows(state);
    }

    private void AddInnerFlows(State state)
    {
        if (state is ParallelState && state.Source["Branches"] is ArrayNode branches)
        {
            for (int i = 0; i < branches.Items.Count; i++)
            {
                if (branches.Items[i] is ObjectNode branch)
                    AddFlow(branch, Place.Branch, state, i);
            }
        }
        if (state is MapState)
        {
            foreach (string name in new[] { "ItemProcessor", "Iterator" })
            {
                if (state.Source[name] is ObjectNode processor)
                    AddFlow(processor, Place.ItemProcessor, state, branchIndex: 0);
            }
        }
    }
}

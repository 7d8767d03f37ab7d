using Compiled.Language.Binding;
using Compiled.Language.Json;
using Compiled.Validation;

namespace Compiled.TestState.Slices;

/// <summary>The state that a request is about, found in its definition and cut out of it.</summary>
internal sealed class TestedState
{
    private TestedState(State state, StateSlice slice)
    {
        State = state;
        Slice = slice;
    }

    /// <summary>The state as it is meant.</summary>
    public State State { get; }

    /// <summary>The machine that runs it and nothing else.</summary>
    public StateSlice Slice { get; }

    /// <summary>Finds the state.</summary>
    /// <exception cref="StateTestException">The definition is refused, or has no such state. FEATURES M-021.</exception>
    public static TestedState Find(StateTestRequest request)
    {
        string name = request.StateName ?? DefinitionValidator.LoneState;
        if (name.Length == 0)
            throw StateTestException.Request("1 validation error detected: Value '' at 'stateName' failed to satisfy constraint: Member must have length greater than or equal to 1");
        JsonDocumentTree tree = JsonReader.Read(request.Definition);
        // A text that is no JSON by itself might become some inside a machine.
        IReadOnlyList<ValidationDiagnostic> found = request.StateName is null && tree.Faults.Count == 0
            ? DefinitionValidator.ValidateState(request.Definition, Language.Binding.MachineType.Standard)
            : DefinitionValidator.Validate(request.Definition, Language.Binding.MachineType.Standard);
        if (found.Count > 0)
            throw StateTestException.Definition(DefinitionValidator.Describe(found));

        var root = (ObjectNode)tree.Root!;
        ObjectNode source = request.StateName is null ? root : FindIn(root, name) ?? throw StateTestException.Request("State not found in definition");
        bool isJsonata = (source["QueryLanguage"] ?? (request.StateName is null ? null : root["QueryLanguage"])) is StringNode { Value: "JSONata" };
        StateSlice slice = StateSlice.Of(source, name, isJsonata, VariableNames.Of(request));
        BoundMachine bound = MachineBinder.Bind(slice.Definition, Language.Binding.MachineType.Standard);
        Machine machine = bound.Machine ?? throw StateTestException.Definition(string.Join(", ", bound.Faults));
        return new TestedState(machine.States.First(state => state.Name == name), slice);
    }

    private static ObjectNode? FindIn(ObjectNode flow, string name)
    {
        if (flow["States"] is not ObjectNode states)
            return null;
        if (states[name] is ObjectNode found)
            return found;
        foreach (JsonMember member in states.EffectiveMembers())
        {
            if (member.Value is not ObjectNode state)
                continue;
            IEnumerable<JsonNode?> inner = [.. (state["Branches"] as ArrayNode)?.Items ?? [], state["ItemProcessor"], state["Iterator"]];
            foreach (ObjectNode below in inner.OfType<ObjectNode>())
            {
                if (FindIn(below, name) is { } deep)
                    return deep;
            }
        }

        return null;
    }
}

using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Validation;

/// <summary>
/// Judges transitions as AWS does: by name within each flow. A state counts as reachable when some transition names it, and nothing is told of that
/// where no state ends the flow.
/// </summary>
internal static class TransitionCheck
{
    private const string MissingTarget = "MISSING_TRANSITION_TARGET";

    private static readonly string[] s_kinds = ["unknown-next", "cross-scope-transition", "unknown-start-at", "unreachable-state", "missing-terminal"];

    /// <summary>Whether the fault is about transitions, so that this check tells it in its own way.</summary>
    public static bool IsMine(Fault fault) => s_kinds.Contains(fault.Kind);

    /// <summary>What AWS says of the transitions of a definition whose fields are as they should be.</summary>
    public static IEnumerable<ValidationDiagnostic> Find(ObjectNode root)
    {
        List<ValidationDiagnostic> found = [];
        AddFlow(root, root, found);
        return found;
    }

    private static void AddFlow(ObjectNode flow, ObjectNode root, List<ValidationDiagnostic> found)
    {
        if (flow["States"] is not ObjectNode states) return;
        HashSet<string> named = [];
        AddTarget(flow["StartAt"], states, named, root, found);
        bool isEnded = false;
        foreach (JsonMember member in states.EffectiveMembers())
        {
            if (member.Value is not ObjectNode state) continue;
            isEnded |= state["End"] is BooleanNode { Value: true } || state["Type"] is StringNode { Value: "Succeed" or "Fail" };
            AddTarget(state["Next"], states, named, root, found);
            AddItems(state["Choices"], states, named, root, found);
            AddTarget(state["Default"], states, named, root, found);
            AddItems(state["Catch"], states, named, root, found);
        }

        if (!isEnded) found.Add(new ValidationDiagnostic("ERROR", "MISSING_END_STATE", "Workflow has no terminal state", null));
        foreach (JsonMember member in states.EffectiveMembers())
        {
            if (isEnded && !named.Contains(member.Name))
                found.Add(new ValidationDiagnostic("ERROR", MissingTarget, $"State \"{member.Name}\" is not reachable.", AwsLocation.Of(member.Pointer, root)));
            if (member.Value is ObjectNode state) AddInner(state, root, found);
        }
    }

    private static void AddInner(ObjectNode state, ObjectNode root, List<ValidationDiagnostic> found)
    {
        foreach (ObjectNode branch in ((state["Branches"] as ArrayNode)?.Items ?? []).OfType<ObjectNode>())
            AddFlow(branch, root, found);
        if ((state["ItemProcessor"] ?? state["Iterator"]) is ObjectNode processor) AddFlow(processor, root, found);
    }

    private static void AddItems(JsonNode? items, ObjectNode states, HashSet<string> named, ObjectNode root, List<ValidationDiagnostic> found)
    {
        foreach (ObjectNode item in ((items as ArrayNode)?.Items ?? []).OfType<ObjectNode>())
            AddTarget(item["Next"], states, named, root, found);
    }

    // AWS says 'Next' whichever field names the state.
    private static void AddTarget(JsonNode? target, ObjectNode states, HashSet<string> named, ObjectNode root, List<ValidationDiagnostic> found)
    {
        if (target is not StringNode name) return;
        named.Add(name.Value);
        if (states[name.Value] is null)
            found.Add(new ValidationDiagnostic("ERROR", MissingTarget, $"Missing 'Next' target: {name.Value}", AwsLocation.Of(name.Pointer, root)));
    }
}

using Compiled.Language.Definition;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A flow while its names are being resolved.</summary>
internal sealed class FlowDraft(ObjectNode node, Place place, Flow flow)
{
    /// <summary>The machine, branch or item processor as written.</summary>
    public ObjectNode Node { get; } = node;

    /// <summary>Which of the three it is.</summary>
    public Place Place { get; } = place;

    /// <summary>The flow to fill.</summary>
    public Flow Flow { get; } = flow;

    /// <summary>The states, in the order of the text.</summary>
    public List<StateDraft> States { get; } = [];

    /// <summary>The states by name.</summary>
    public Dictionary<string, StateDraft> ByName { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that StartAt or some transition uses, as AWS counts reachability.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>How many transitions lead to no state of the flow and are near to none; each may stand for a state that nothing names.</summary>
    public int UnresolvedTargets { get; set; }

    /// <summary>Whether a fault already reported may be why no state ends the flow.</summary>
    public bool MayEnd { get; set; }
}

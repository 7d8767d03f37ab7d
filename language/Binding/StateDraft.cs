using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A state as the first pass sees it: its name and, where it has one of the eight types, the state to fill.</summary>
internal sealed class StateDraft(JsonMember member, FlowDraft flow, State? state)
{
    /// <summary>The name.</summary>
    public string Name => Member.Name;

    /// <summary>The name and what stands under it.</summary>
    public JsonMember Member { get; } = member;

    /// <summary>The object; null where something else stands under the name.</summary>
    public ObjectNode? Node => Member.Value as ObjectNode;

    /// <summary>The flow it stands in.</summary>
    public FlowDraft Flow { get; } = flow;

    /// <summary>The state; null without a known type.</summary>
    public State? State { get; } = state;
}

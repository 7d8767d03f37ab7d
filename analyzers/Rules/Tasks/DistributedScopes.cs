using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>In which distributed Map's child executions a state runs.</summary>
internal static class DistributedScopes
{
    /// <summary>The innermost distributed Map around the state; null where it runs in the machine's own execution.</summary>
    public static MapState? Around(State state)
    {
        for (State? owner = state.Flow.Owner; owner is not null; owner = owner.Flow.Owner)
        {
            if (owner is MapState { IsDistributed: true } map)
                return map;
        }
        return null;
    }
}

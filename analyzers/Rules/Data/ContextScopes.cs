using Compiled.Language.Binding;

namespace Compiled.Rules;

/// <summary>Where the parts of the context object exist that do not exist everywhere. FEATURES L-093, L-094.</summary>
internal static class ContextScopes
{
    /// <summary>Why <c>Task</c> or <c>Map</c> is not there; null where it is, or where that is not known.</summary>
    /// <param name="state">The state that reads it.</param>
    /// <param name="field">The state's field.</param>
    /// <param name="name">The name read.</param>
    /// <param name="depth">How deep the name stands in the context object; 1 at its top.</param>
    public static string? WhyAbsent(State state, string field, string name, int depth) => (name, depth) switch
    {
        ("Task", 1) when !HasToken(state) => "'Task' holds the token of a '.waitForTaskToken' or '.sync' integration, which this state is not",
        ("Map", 1) when !HasItem(state, field) => "'Map' exists only in the 'ItemSelector' of a Map and inside its processor",
        _ => null,
    };

    // That '.sync' has a token too is recorded in callback/test_sync_with_task_token of the conformance corpus.
    private static bool HasToken(State state) =>
        state is TaskState task && (task.Arn.Pattern != IntegrationPattern.RequestResponse || task.Arn.Kind is ResourceKind.Activity or ResourceKind.Other);

    private static bool HasItem(State state, string field)
    {
        for (State? owner = state.Flow.Owner; owner is not null; owner = owner.Flow.Owner)
        {
            if (owner is MapState)
                return true;
        }
        return state is MapState && (field is "ItemSelector" or "Parameters" or "ItemReader" or "ItemBatcher" or "ResultWriter");
    }
}

using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>Where a machine names errors in Retry and Catch.</summary>
internal static class ErrorUses
{
    /// <summary>Each name with the string that writes it, in the order of the text.</summary>
    public static IEnumerable<(WorkState State, StringNode Name)> Find(Machine machine) =>
        from state in machine.States.OfType<WorkState>()
        from source in state.Retry.Select(retrier => retrier.Source).Concat(state.Catch.Select(catcher => catcher.Source))
        from name in ((source["ErrorEquals"] as ArrayNode)?.Items ?? []).OfType<StringNode>()
        select (state, name);
}

using Compiled.Language.Definition;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>Binds a Pass. FEATURES A9.</summary>
internal static class PassBinder
{
    public static void Bind(StateScope scope, PassState state)
    {
        state.Result = scope.Fields.Literal("Result");
        state.Parameters = scope.Fields.Template("Parameters");
        state.ResultPath = scope.Fields.DataPath("ResultPath");
        if (state.Result is { } result)
            WarnOfPaths(scope, result, key: null);
    }

    // FEATURES L-221: nothing in a Result is evaluated. One fault is enough to say so.
    private static bool WarnOfPaths(StateScope scope, JsonNode node, JsonMember? key)
    {
        if (node is StringNode text && PathText.IsLikely(text.Value))
        {
            string message = $"'{text.Value}' looks like a path, but nothing in 'Result' is evaluated; 'Parameters' would evaluate it";
            bool isPathKey = key is not null && key.Name.EndsWith(".$", StringComparison.Ordinal);
            scope.Report(isPathKey ? DataFaults.PassResultIsStatic.AtName(key!, message) : DataFaults.PassResultIsStatic.At(text, message));
            return true;
        }
        if (node is ArrayNode array)
        {
            foreach (JsonNode item in array.Items)
            {
                if (WarnOfPaths(scope, item, key: null))
                    return true;
            }
        }
        foreach (JsonMember member in (node as ObjectNode)?.EffectiveList() ?? [])
        {
            if (WarnOfPaths(scope, member.Value, member))
                return true;
        }
        return false;
    }
}

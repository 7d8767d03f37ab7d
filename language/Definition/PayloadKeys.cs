using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Definition;

/// <summary>Finds keys of JSONPath templates whose value looks like a path and is sent as text. RULES section 1, AWS's NO_DOLLAR.</summary>
internal static class PayloadKeys
{
    /// <summary>Warns of each such key in the template.</summary>
    public static void Warn(JsonNode template, Action<Fault> report)
    {
        if (template is ArrayNode array)
        {
            foreach (JsonNode item in array.Items)
                Warn(item, report);
        }
        if (template is not ObjectNode node)
            return;
        foreach (JsonMember member in node.EffectiveList())
        {
            bool isEvaluated = member.Name.EndsWith(".$", StringComparison.Ordinal);
            if (!isEvaluated && member.Value is StringNode text && PathText.IsLikely(text.Value))
                report(DataFaults.PayloadKeyWithoutDollar.AtName(
                    member, $"'{member.Name}' sends '{text.Value}' as text, which looks like a path; the key '{member.Name}.$' would evaluate it"));
            else if (!isEvaluated)
                Warn(member.Value, report);
        }
    }
}

using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>Reads payload templates. FEATURES L-110 to L-112.</summary>
public static class TemplateParser
{
    internal const string DynamicSuffix = ".$";

    /// <summary>
    /// Reads a template. A part in which nothing is evaluated is one <see cref="LiteralTemplate"/>, however large; so is a value that
    /// is at fault, after it has been reported.
    /// </summary>
    public static Template Parse(JsonNode node, QueryLanguage language, Action<Fault> report) =>
        language == QueryLanguage.Jsonata ? JsonataTemplates.Parse(node, report) : PathTemplates.Parse(node, report);

    /// <summary>
    /// Reads a string that is a path or an intrinsic call, as under a key ending in <c>.$</c>.
    /// </summary>
    /// <param name="value">The value of the field, of any kind.</param>
    /// <param name="field">The field's name as written.</param>
    /// <param name="report">Takes <c>bad-payload-path</c> and <c>bad-intrinsic</c>.</param>
    /// <returns>A <see cref="PathTemplate"/> or <see cref="IntrinsicTemplate"/>; null where a fault was reported.</returns>
    public static Template? ParseDynamic(JsonNode value, string field, Action<Fault> report) =>
        PathTemplates.ParseDynamic(value, field, report);

    internal static Template OfItems(ArrayNode array, Func<JsonNode, Template> parse)
    {
        List<Template> items = [.. array.Items.Select(parse)];
        return items.All(item => item is LiteralTemplate) ? new LiteralTemplate(array) : new ArrayTemplate(items, array);
    }
}

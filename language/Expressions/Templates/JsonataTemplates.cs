using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>Templates of JSONata states: strings in <c>{% %}</c> are evaluated, keys ending in <c>.$</c> are plain keys.</summary>
internal static class JsonataTemplates
{
    public static Template Parse(JsonNode node, Action<Fault> report)
    {
        switch (node)
        {
            case StringNode text:
                if (JsonataText.TryRead(text, out JsonataText? expression))
                {
                    expression.ReportErrors(report);
                    return new JsonataTemplate(expression);
                }
                if (JsonataText.CheckDelimiters(text) is { } fault)
                    report(fault);
                return new LiteralTemplate(text);
            case ArrayNode array:
                return TemplateParser.OfItems(array, item => Parse(item, report));
            case ObjectNode item:
                return ParseObject(item, report);
            default:
                return new LiteralTemplate(node);
        }
    }

    private static Template ParseObject(ObjectNode node, Action<Fault> report)
    {
        var members = new List<TemplateMember>();
        foreach (JsonMember member in node.EffectiveList())
            members.Add(new TemplateMember(member.Name, member.Name, Parse(member.Value, report)));
        return members.All(member => member.Value is LiteralTemplate) ? new LiteralTemplate(node) : new ObjectTemplate(members, node);
    }
}

using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>Templates of JSONPath states: the values of keys ending in <c>.$</c> are evaluated.</summary>
internal static class PathTemplates
{
    public static Template Parse(JsonNode node, Action<Fault> report) => node switch
    {
        ArrayNode array => TemplateParser.OfItems(array, item => Parse(item, report)),
        ObjectNode item => ParseObject(item, report),
        _ => new LiteralTemplate(node),
    };

    public static Template? ParseDynamic(JsonNode value, string field, Action<Fault> report)
    {
        if (value is not StringNode text)
        {
            report(ExpressionFaults.BadPayloadPath.At(value, $"The value of '{field}' is {value.KindName}; expected a string with a path or an intrinsic call"));
            return null;
        }
        ExpressionError? error;
        if (IntrinsicParser.LooksLikeIntrinsic(text.Value))
        {
            if (IntrinsicParser.Parse(text.Value, out error) is { } call)
                return new IntrinsicTemplate(call, field, text);
            report(error!.In(ExpressionFaults.BadIntrinsic, text));
            return null;
        }
        if (text.Value.StartsWith("$", StringComparison.Ordinal))
        {
            if (PathParser.Parse(text.Value, out error) is { } path)
                return new PathTemplate(path, field, text);
            report(error!.In(ExpressionFaults.BadPayloadPath, text));
            return null;
        }
        report(Neither(text, field));
        return null;
    }

    private static Template ParseObject(ObjectNode node, Action<Fault> report)
    {
        var members = new List<TemplateMember>();
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        bool isDynamic = false;
        foreach (JsonMember member in node.EffectiveList())
        {
            Template value = ParseMember(member, report, out string name, out bool isPath);
            isDynamic |= isPath || value is not LiteralTemplate;
            var made = new TemplateMember(name, member.Name, value);
            if (positions.TryGetValue(name, out int position))
            {
                report(ExpressionFaults.DuplicatePayloadKey.AtName(
                    member,
                    $"'{member.Name}' sets the key '{name}', which '{members[position].WrittenName}' sets too; expected one of them"));
                members[position] = made;
                continue;
            }
            positions.Add(name, members.Count);
            members.Add(made);
        }
        return isDynamic ? new ObjectTemplate(members, node) : new LiteralTemplate(node);
    }

    private static Template ParseMember(JsonMember member, Action<Fault> report, out string name, out bool isPath)
    {
        isPath = member.Name.EndsWith(TemplateParser.DynamicSuffix, StringComparison.Ordinal);
        name = isPath ? member.Name.Substring(0, member.Name.Length - TemplateParser.DynamicSuffix.Length) : member.Name;
        if (!isPath)
            return Parse(member.Value, report);
        return ParseDynamic(member.Value, member.Name, report) ?? new LiteralTemplate(member.Value);
    }

    private static Fault Neither(StringNode text, string field)
    {
        string value = text.Value;
        int parenthesis = value.IndexOf('(');
        if (parenthesis <= 0 || IntrinsicTable.FindWithoutPrefix(value.Substring(0, parenthesis)) is not { } near)
            return ExpressionFaults.BadPayloadPath.Inside(text, 0, value.Length, NeitherMessage(value, field));
        return ExpressionFaults.BadPayloadPath.Inside(text, 0, value.Length, NeitherMessage(value, field, near)).Suggesting(near + value.Substring(parenthesis));
    }

    private static string NeitherMessage(string value, string field, string? near = null)
    {
        string shown = $"The value of '{field}' is '{ExpressionCursor.Shown(value)}', which is neither a path nor an intrinsic call";
        string trimmed = value.TrimStart();
        if (trimmed.Length < value.Length && (PathParser.LooksLikePath(trimmed) || IntrinsicParser.LooksLikeIntrinsic(trimmed)))
            return $"The value of '{field}' starts with a blank; expected '$' or 'States.' as its beginning";
        return near is not null ? shown + NearMiss.Question(near) : $"{shown}; expected '$...' or 'States.Name(...)', or the key without '.$'";
    }
}

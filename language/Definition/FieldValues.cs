using System.Globalization;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Language.Definition;

/// <summary>Reads the value of one field as its row says.</summary>
internal sealed class FieldValues(Action<Fault> report)
{
    private readonly PathValues _paths = new(report);

    /// <summary>The value, or null after a fault.</summary>
    public object? Read(Field field, JsonMember member, Place place, QueryLanguage language)
    {
        if (field.TakesExpression && member.Value is StringNode text && IsExpression(field, member, text, language, out object? expression))
            return expression;
        return field.Kind switch
        {
            FieldKind.Text => ReadText(field, member, place, language),
            FieldKind.Word => ReadWord(field, member),
            FieldKind.Integer or FieldKind.Number => ReadNumber(field, member, language),
            FieldKind.Boolean => ReadBoolean(field, member, language),
            FieldKind.Object => Expect<ObjectNode>(field, member, language),
            FieldKind.Array => Expect<ArrayNode>(field, member, language),
            FieldKind.FilledArray => ReadFilledArray(field, member, language),
            FieldKind.StateName => Expect<StringNode>(field, member, language),
            FieldKind.Literal or FieldKind.Special => member.Value,
            FieldKind.Template => ReadTemplate(member.Value, language),
            FieldKind.ObjectTemplate => Expect<ObjectNode>(field, member, language) is { } node ? TemplateParser.Parse(node, language, report) : null,
            FieldKind.ArrayTemplate => Expect<ArrayNode>(field, member, language) is { } node ? TemplateParser.Parse(node, language, report) : null,
            FieldKind.Timestamp => ReadTimestamp(field, member, language),
            _ => _paths.Read(field, member),
        };
    }

    // Whether the string is an expression, or something that only an expression would be. FEATURES L-051.
    private bool IsExpression(Field field, JsonMember member, StringNode text, QueryLanguage language, out object? value)
    {
        value = null;
        bool isExpression = JsonataText.TryRead(text, out JsonataText? expression);
        if (language == QueryLanguage.Jsonata)
        {
            expression?.ReportErrors(report);
            bool isTemplate = field.Kind is FieldKind.ObjectTemplate or FieldKind.ArrayTemplate;
            value = isTemplate && expression is not null ? new JsonataTemplate(expression) : expression;
            if (!isExpression && JsonataText.CheckDelimiters(text) is { } fault)
            {
                report(fault);
                return true;
            }
            return isExpression;
        }
        // In a text such as Cause it stays what it is; where a number or the like is wanted, it was meant for JSONata.
        if (!isExpression || field.Kind == FieldKind.Text)
            return false;
        report(FieldFaults.JsonataInJsonPath.At(text, $"'{member.Name}' is a JSONata expression, but the query language here is JSONPath"));
        return true;
    }

    private Template ReadTemplate(JsonNode node, QueryLanguage language)
    {
        if (language == QueryLanguage.JsonPath)
            PayloadKeys.Warn(node, report);
        return TemplateParser.Parse(node, language, report);
    }

    private StringNode? ReadText(Field field, JsonMember member, Place place, QueryLanguage language)
    {
        StringNode? text = Expect<StringNode>(field, member, language);
        string pathField = field.Name + "Path";
        if (text is not null && language == QueryLanguage.JsonPath && PathText.IsLikely(text.Value) && FieldTable.Find(pathField, place) is not null)
            report(DataFaults.NoPath.At(text, $"'{field.Name}' takes its value as text, and '{text.Value}' looks like a path; '{pathField}' would read it"));
        return text;
    }

    private object? ReadWord(Field field, JsonMember member)
    {
        if (member.Value is not StringNode text)
            return Refuse(field, member, QueryLanguage.JsonPath);
        if (field.Words.Contains(text.Value))
            return text;
        if (IsPlaceholder(field, text))
            return PlaceholderValue.Instance;
        string words = string.Join(" or ", field.Words.Select(word => $"'{word}'"));
        report(FieldFaults.BadValue.At(text, $"'{field.Name}' is '{text.Value}'; expected {words}"));
        return null;
    }

    private object? ReadNumber(Field field, JsonMember member, QueryLanguage language)
    {
        if (member.Value is StringNode text && IsPlaceholder(field, text))
            return PlaceholderValue.Instance;
        if (member.Value is not NumberNode number)
            return Refuse(field, member, language);
        bool isWhole = field.Kind == FieldKind.Number || number.IsInteger;
        if (isWhole && number.Value >= field.Minimum && number.Value <= field.Maximum)
            return number;
        report(FieldFaults.OutOfRange.At(number, $"'{field.Name}' is {number.Text}; expected {Describe(field, language)}"));
        return null;
    }

    private object? ReadBoolean(Field field, JsonMember member, QueryLanguage language) =>
        member.Value is StringNode text && IsPlaceholder(field, text)
            ? PlaceholderValue.Instance
            : Expect<BooleanNode>(field, member, language);

    private ArrayNode? ReadFilledArray(Field field, JsonMember member, QueryLanguage language)
    {
        ArrayNode? array = Expect<ArrayNode>(field, member, language);
        if (array is null || array.Items.Count > 0)
            return array;
        report(FieldFaults.EmptyValue.At(array, $"'{field.Name}' is empty; expected at least one item"));
        return null;
    }

    private object? ReadTimestamp(Field field, JsonMember member, QueryLanguage language)
    {
        if (member.Value is not StringNode text)
            return Refuse(field, member, language);
        if (Timestamps.TryParse(text.Value, out _))
            return text;
        if (IsPlaceholder(field, text))
            return PlaceholderValue.Instance;
        report(ExpressionFaults.BadTimestamp.At(
            text, $"'{field.Name}' is '{text.Value}'; expected a timestamp with 'T' and an offset, such as '2030-01-31T08:00:00Z'"));
        return null;
    }

    private T? Expect<T>(Field field, JsonMember member, QueryLanguage language)
        where T : JsonNode
    {
        if (member.Value is T node)
            return node;
        Refuse(field, member, language);
        return null;
    }

    private object? Refuse(Field field, JsonMember member, QueryLanguage language)
    {
        report(FieldFaults.BadType.At(member.Value, $"'{field.Name}' is {member.Value.KindName}; expected {Describe(field, language)}"));
        return null;
    }

    private bool IsPlaceholder(Field field, StringNode text)
    {
        if (!Placeholders.Contains(text.Value))
            return false;
        report(PlaceholderFault(field, text));
        return true;
    }

    internal static Fault PlaceholderFault(Field field, StringNode text) => FieldFaults.Placeholder.At(
        text, $"'{field.Name}' is '{text.Value}'; its placeholder must be replaced before the machine runs as meant");

    private static string Describe(Field field, QueryLanguage language)
    {
        string what = field.Kind switch
        {
            FieldKind.Integer => "an integer" + Range(field),
            FieldKind.Number => "a number" + Range(field),
            FieldKind.Boolean => "true or false",
            FieldKind.Object or FieldKind.ObjectTemplate => "an object",
            FieldKind.Array or FieldKind.FilledArray or FieldKind.ArrayTemplate => "an array",
            FieldKind.StateName => "the name of a state",
            FieldKind.Timestamp => "a timestamp",
            _ => "a string",
        };
        return field.TakesExpression && language == QueryLanguage.Jsonata ? what + " or a JSONata expression" : what;
    }

    private static string Range(Field field)
    {
        if (field.Minimum == double.MinValue)
            return "";
        string minimum = field.Minimum.ToString(CultureInfo.InvariantCulture);
        return field.Maximum == double.MaxValue
            ? $" of at least {minimum}"
            : $" from {minimum} to {field.Maximum.ToString(CultureInfo.InvariantCulture)}";
    }
}

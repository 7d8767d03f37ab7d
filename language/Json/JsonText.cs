using System.Globalization;
using System.Text;

namespace Compiled.Language.Json;

/// <summary>Writes a tree as JSON text without blanks.</summary>
public static class JsonText
{
    /// <summary>A string as JSON writes it, quotes included.</summary>
    public static string Quote(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendString(text, value);
        return text.ToString();
    }

    internal static void Append(StringBuilder text, JsonNode node)
    {
        switch (node)
        {
            case ObjectNode item:
                AppendObject(text, item);
                break;
            case ArrayNode array:
                AppendArray(text, array);
                break;
            case StringNode item:
                AppendString(text, item.Value);
                break;
            case NumberNode number:
                text.Append(number.Text);
                break;
            case BooleanNode boolean:
                text.Append(boolean.Value ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    internal static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c < ' ' || IsLoneSurrogate(value, i))
                AppendEscape(text, c);
            else
                text.Append(c);
        }
        text.Append('"');
    }

    private static void AppendObject(StringBuilder text, ObjectNode node)
    {
        text.Append('{');
        bool first = true;
        foreach (JsonMember member in node.EffectiveList())
        {
            if (!first)
                text.Append(',');
            first = false;
            AppendString(text, member.Name);
            text.Append(':');
            Append(text, member.Value);
        }
        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, ArrayNode node)
    {
        text.Append('[');
        for (int i = 0; i < node.Items.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            Append(text, node.Items[i]);
        }
        text.Append(']');
    }

    private static void AppendEscape(StringBuilder text, char c)
    {
        switch (c)
        {
            case '\b': text.Append("\\b"); break;
            case '\f': text.Append("\\f"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            default: text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
        }
    }

    // Half a character cannot be written as UTF-8, so it stays the escape that it must have come from.
    private static bool IsLoneSurrogate(string value, int index)
    {
        char c = value[index];
        if (char.IsHighSurrogate(c))
            return index + 1 >= value.Length || !char.IsLowSurrogate(value[index + 1]);
        return char.IsLowSurrogate(c) && (index == 0 || !char.IsHighSurrogate(value[index - 1]));
    }
}

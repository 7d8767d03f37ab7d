using System.Text;
using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>The text of a value as Python's <c>str</c> gives it: <c>{'a': [1, True, None]}</c>.</summary>
internal static class PythonText
{
    /// <summary>The text; a string at the top stands as it is, without quotes.</summary>
    public static string Of(JsonValue value)
    {
        if (value.IsString) return value.AsString();
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonValue value)
    {
        switch (value.Kind)
        {
            case JsonKind.Object:
                text.Append('{');
                int members = 0;
                foreach (JsonMember member in value.Members())
                {
                    if (members++ > 0) text.Append(", ");
                    AppendQuoted(text, member.Name);
                    text.Append(": ");
                    Append(text, member.Value);
                }

                text.Append('}');
                break;
            case JsonKind.Array:
                text.Append('[');
                int items = 0;
                foreach (JsonValue item in value.Items())
                {
                    if (items++ > 0) text.Append(", ");
                    Append(text, item);
                }

                text.Append(']');
                break;
            case JsonKind.String:
                AppendQuoted(text, value.AsString());
                break;
            case JsonKind.Number:
                text.Append(value.ToString());
                break;
            default:
                text.Append(value.IsTrue ? "True" : value.IsNull ? "None" : "False");
                break;
        }
    }

    /// <summary>Python quotes with apostrophes, unless the text holds one and no quotation mark.</summary>
    private static void AppendQuoted(StringBuilder text, string value)
    {
        char quote = value.Contains('\'', StringComparison.Ordinal) && !value.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        text.Append(quote);
        foreach (char c in value)
        {
            text.Append(c switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when c == quote => "\\" + quote,
                _ => c.ToString(),
            });
        }

        text.Append(quote);
    }
}

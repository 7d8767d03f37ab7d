using System.Text;
using Compiled.Language.Json;

namespace Compiled.Language.Schema;

/// <summary>Prints a schema so that it can be read and its changes reviewed: two blanks a level, what is short on one line.</summary>
internal static class SchemaPrinter
{
    private const int Width = 100;

    /// <summary>The text, with a line break at its end.</summary>
    public static string Print(SchemaObject schema)
    {
        var text = new StringBuilder();
        Append(text, schema, 0);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, object value, int depth)
    {
        string flat = Flat(value);
        if (value is string || flat.Length + (2 * depth) <= Width)
        {
            text.Append(flat);
            return;
        }
        (string Prefix, object Value)[] parts = value is SchemaObject node
            ? [.. node.Members.Select(member => (JsonText.Quote(member.Name) + ": ", member.Value))]
            : [.. ((object[])value).Select(item => ("", item))];
        text.Append(value is SchemaObject ? '{' : '[');
        for (int i = 0; i < parts.Length; i++)
        {
            Break(text.Append(i == 0 ? "" : ","), depth + 1);
            Append(text.Append(parts[i].Prefix), parts[i].Value, depth + 1);
        }
        Break(text, depth);
        text.Append(value is SchemaObject ? '}' : ']');
    }

    private static void Break(StringBuilder text, int depth) => text.Append('\n').Append(' ', 2 * depth);

    private static string Flat(object value) => value switch
    {
        SchemaObject { Members.Count: 0 } => "{}",
        SchemaObject node => "{ " + string.Join(", ", node.Members.Select(member => JsonText.Quote(member.Name) + ": " + Flat(member.Value))) + " }",
        object[] items => "[" + string.Join(", ", items.Select(Flat)) + "]",
        _ => (string)value,
    };
}

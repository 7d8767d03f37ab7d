using System.Globalization;
using Compiled.Values;

namespace Compiled.Outside.HttpTasks;

/// <summary>A JSON object as <c>application/x-www-form-urlencoded</c>. Objects within are <c>a[b]=c</c>.</summary>
internal static class FormText
{
    public static string Of(in JsonValue body, ArrayFormat format)
    {
        List<string> pairs = [];
        foreach (JsonMember member in body.Members())
            Add(pairs, Escape(member.Name), member.Value, format);
        return string.Join('&', pairs);
    }

    /// <summary>Pairs as a query or a form, both sides escaped.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, string>> pairs) => string.Join('&', pairs.Select(static pair => $"{Escape(pair.Key)}={Escape(pair.Value)}"));

    // The brackets of a name are ours and stay as they are, as in AWS's examples; those of the author are escaped.
    private static void Add(List<string> pairs, string name, in JsonValue value, ArrayFormat format)
    {
        if (value.IsObject)
        {
            foreach (JsonMember member in value.Members())
                Add(pairs, $"{name}[{Escape(member.Name)}]", member.Value, format);
            return;
        }

        if (!value.IsArray || format == ArrayFormat.None)
        {
            pairs.Add($"{name}={Escape(TextOf(in value))}");
            return;
        }

        if (format == ArrayFormat.Commas)
        {
            List<string> texts = [];
            foreach (JsonValue item in value.Items())
                texts.Add(Escape(TextOf(in item)));
            pairs.Add($"{name}={string.Join(',', texts)}");
            return;
        }

        int index = 0;
        foreach (JsonValue item in value.Items())
        {
            string itemName = format switch
            {
                ArrayFormat.Indices => string.Create(CultureInfo.InvariantCulture, $"{name}[{index++}]"),
                ArrayFormat.Brackets => name + "[]",
                _ => name,
            };
            Add(pairs, itemName, in item, format);
        }
    }

    private static string TextOf(in JsonValue value) => value.IsString ? value.AsString() : value.IsNull ? "" : value.ToString();

    private static string Escape(string text) => Uri.EscapeDataString(text);
}

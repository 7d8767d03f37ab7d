using Compiled.Language.Json;

namespace Conformance.Mutants;

/// <summary>A piece of a definition's text and what a mutant has there instead.</summary>
internal sealed record Edit(TextSpan Span, string NewText)
{
    /// <summary>Another value, as JSON.</summary>
    public static Edit Replace(JsonNode node, string json) => new(node.Span, json);

    /// <summary>Another key.</summary>
    public static Edit Rename(JsonMember member, string name) => new(member.NameSpan, JsonText.Quote(name));

    /// <summary>One more member, or several, before the others.</summary>
    /// <param name="node">The object.</param>
    /// <param name="members">Key and value as JSON, without the comma behind it.</param>
    public static Edit Add(ObjectNode node, string members) =>
        new(new TextSpan(node.Span.Start + 1, 0), node.Members.Count == 0 ? members : members + ",");

    /// <summary>The object without one of its members.</summary>
    public static Edit Remove(ObjectNode node, JsonMember member)
    {
        int index = Enumerable.Range(0, node.Members.Count).First(i => ReferenceEquals(node.Members[i], member));
        bool isLast = index == node.Members.Count - 1;
        int start = index > 0 && isLast ? node.Members[index - 1].Span.End : member.Span.Start;
        int end = isLast ? member.Span.End : node.Members[index + 1].Span.Start;
        return new Edit(TextSpan.FromBounds(start, end), "");
    }

    /// <summary>One more item at a position of the array.</summary>
    public static Edit Insert(ArrayNode array, int index, string json) => array.Items.Count == 0
        ? new Edit(new TextSpan(array.Span.Start + 1, 0), json)
        : index < array.Items.Count
            ? new Edit(new TextSpan(array.Items[index].Span.Start, 0), json + ",")
            : new Edit(new TextSpan(array.Items[^1].Span.End, 0), "," + json);

    /// <summary>The field with this value, whether the object has it already or not.</summary>
    public static Edit Set(ObjectNode node, string field, string json) =>
        node[field] is { } value ? Replace(value, json) : Add(node, $"\"{field}\":{json}");

    /// <summary>The text with edits that are apart.</summary>
    public static string Apply(string text, IEnumerable<Edit> edits)
    {
        foreach (Edit edit in edits.OrderByDescending(static edit => edit.Span.Start))
            text = string.Concat(text.AsSpan(0, edit.Span.Start), edit.NewText, text.AsSpan(edit.Span.End));
        return text;
    }
}

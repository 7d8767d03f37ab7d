using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Adds members to objects as the author would: in the file's layout, with comments left where they are.</summary>
internal static class MemberEdits
{
    /// <summary>Adds a member behind the others.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="node">The object.</param>
    /// <param name="name">The key.</param>
    /// <param name="value">The value as JSON.</param>
    public static IReadOnlyList<TextEdit> Append(DefinitionText definition, ObjectNode node, string name, string value)
    {
        string member = JsonText.Quote(name) + Colon(definition, node) + value;
        if (node.Members.Count == 0)
            return [new TextEdit(node.Span, "{ " + member + " }")];
        JsonMember last = node.Members[node.Members.Count - 1];
        int end = last.Span.End;
        int comma = definition.SkipTrivia(end);
        bool hasComma = comma < definition.Text.Length && definition.Text[comma] == ',';
        int after = hasComma ? comma + 1 : end;
        if (definition.IndentationAt(last.NameSpan.Start) is not { } indentation)
            return [TextEdit.Insert(after, (hasComma ? "" : ",") + Gap(definition, node) + member)];
        int line = definition.LineEnd(after);
        string added = definition.NewLine + indentation + member;
        if (hasComma)
            return [TextEdit.Insert(line, added)];
        return line == end ? [TextEdit.Insert(end, "," + added)] : [TextEdit.Insert(end, ","), TextEdit.Insert(line, added)];
    }

    /// <summary>Adds a member behind another of the same object.</summary>
    public static IReadOnlyList<TextEdit> InsertAfter(DefinitionText definition, ObjectNode node, JsonMember member, string name, string value)
    {
        if (ReferenceEquals(member, node.Members[node.Members.Count - 1]))
            return Append(definition, node, name, value);
        string added = JsonText.Quote(name) + Colon(definition, node) + value + ",";
        int comma = definition.SkipTrivia(member.Span.End);
        JsonMember next = node.Members.First(other => other.NameSpan.Start > member.NameSpan.Start);
        if (comma >= definition.Text.Length || definition.Text[comma] != ',' || definition.IndentationAt(next.NameSpan.Start) is not { } indentation)
            return [TextEdit.Insert(next.NameSpan.Start, added + Gap(definition, node))];
        return [TextEdit.Insert(definition.LineEnd(comma + 1), definition.NewLine + indentation + added)];
    }

    /// <summary>The text of a new object, laid out as a neighbour is.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="neighbour">An object at the same depth.</param>
    /// <param name="members">Keys with their values as JSON.</param>
    public static string NewObject(DefinitionText definition, ObjectNode neighbour, params (string Name, string Value)[] members)
    {
        string colon = Colon(definition, neighbour);
        IEnumerable<string> texts = members.Select(member => JsonText.Quote(member.Name) + colon + member.Value);
        if (neighbour.Members.Count > 0 && definition.IndentationAt(neighbour.Members[0].NameSpan.Start) is { } inner)
        {
            string outer = inner.EndsWith(definition.Indentation, StringComparison.Ordinal) ? inner.Substring(0, inner.Length - definition.Indentation.Length) : "";
            return "{" + definition.NewLine + inner + string.Join("," + definition.NewLine + inner, texts) + definition.NewLine + outer + "}";
        }
        string padding = neighbour.Members.Count > 0 && neighbour.Members[0].NameSpan.Start == neighbour.Span.Start + 1 ? "" : " ";
        return "{" + padding + string.Join("," + Gap(definition, neighbour), texts) + padding + "}";
    }

    private static string Colon(DefinitionText definition, ObjectNode node)
    {
        if (node.Members.Count == 0)
            return ": ";
        JsonMember first = node.Members[0];
        string written = definition.Text.Substring(first.NameSpan.End, Math.Max(0, first.Value.Span.Start - first.NameSpan.End));
        return written.Trim() == ":" && written.IndexOf('\n') < 0 ? written : ": ";
    }

    // What follows the comma between two members of one line.
    private static string Gap(DefinitionText definition, ObjectNode node)
    {
        if (node.Members.Count < 2)
            return Colon(definition, node).EndsWith(" ", StringComparison.Ordinal) ? " " : "";
        int comma = definition.SkipTrivia(node.Members[0].Span.End);
        return comma + 1 < definition.Text.Length && definition.Text[comma + 1] is not (' ' or '\r' or '\n' or '\t') ? "" : " ";
    }
}

using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>A definition as a mend sees it: the characters, the tree, and how its author lays it out.</summary>
internal sealed class DefinitionText
{
    private readonly Lazy<IReadOnlyList<TextSpan>> _comments;

    public DefinitionText(string text)
    {
        Text = text;
        _comments = new(FindComments);
        Root = JsonReader.Read(text).Root;
        int line = text.IndexOf('\n');
        NewLine = line > 0 && text[line - 1] == '\r' ? "\r\n" : "\n";
        Indentation = Root is ObjectNode { Members.Count: > 0 } root && IndentationAt(root.Members[0].NameSpan.Start) is { Length: > 0 } first ? first : "  ";
    }

    public string Text { get; }

    public JsonNode? Root { get; }

    /// <summary>The line break of the file.</summary>
    public string NewLine { get; }

    /// <summary>What one level of depth is indented by.</summary>
    public string Indentation { get; }

    /// <summary>The value at a JSON pointer, or null.</summary>
    public JsonNode? At(string pointer)
    {
        JsonNode? node = Root;
        foreach (string segment in pointer.Split('/').Skip(1).Select(part => part.Replace("~1", "/").Replace("~0", "~")))
        {
            node = node switch
            {
                ObjectNode item => item[segment],
                ArrayNode array when int.TryParse(segment, out int index) && index >= 0 && index < array.Items.Count => array.Items[index],
                _ => null,
            };
        }
        return node;
    }

    /// <summary>The member whose value is at a JSON pointer, or null.</summary>
    public JsonMember? MemberAt(string pointer) =>
        At(pointer) is { Parent: ObjectNode parent } node ? parent.Members.LastOrDefault(member => ReferenceEquals(member.Value, node)) : null;

    /// <summary>The blanks before a place when nothing else stands before it on its line; null otherwise.</summary>
    public string? IndentationAt(int position)
    {
        int start = position;
        while (start > 0 && Text[start - 1] is ' ' or '\t')
            start--;
        return start > 0 && Text[start - 1] == '\n' ? Text.Substring(start, position - start) : null;
    }

    /// <summary>The place after blanks, line breaks and comments.</summary>
    public int SkipTrivia(int position)
    {
        while (true)
        {
            position = SkipBlanks(position, overLines: true);
            int end = CommentEnd(position);
            if (end == position)
                return position;
            position = end;
        }
    }

    /// <summary>The end of what belongs to a line after a place, comments included; the place itself where anything else follows on the line.</summary>
    public int LineEnd(int position)
    {
        int end = position;
        while (true)
        {
            int at = SkipBlanks(end, overLines: false);
            if (at >= Text.Length || Text[at] is '\r' or '\n')
                return end;
            int after = CommentEnd(at);
            if (after == at)
                return position;
            end = after;
        }
    }

    /// <summary>The pieces between two places that are no comment.</summary>
    public IEnumerable<TextSpan> OutsideComments(int start, int end)
    {
        int from = start;
        for (int at = start; at < end;)
        {
            int after = CommentEnd(at);
            if (after == at)
            {
                at++;
                continue;
            }
            if (at > from)
                yield return TextSpan.FromBounds(from, at);
            at = from = after;
        }
        if (end > from)
            yield return TextSpan.FromBounds(from, end);
    }

    /// <summary>Whether every comment that stands where edits remove text stands in what they write.</summary>
    public bool KeepsComments(IReadOnlyList<TextEdit> edits) => _comments.Value
        .Where(comment => edits.Any(edit => edit.Span.Start < comment.End && comment.Start < edit.Span.End))
        .All(comment => edits.Any(edit => edit.NewText.IndexOf(Text.Substring(comment.Start, comment.Length), StringComparison.Ordinal) >= 0));

    // What looks like a comment inside a string, such as the address of a queue, is none.
    private IReadOnlyList<TextSpan> FindComments()
    {
        List<TextSpan> found = [];
        for (int at = 0; at < Text.Length;)
        {
            int end = Text[at] == '"' ? StringEnd(at) : CommentEnd(at);
            if (end > at && Text[at] == '/')
                found.Add(TextSpan.FromBounds(at, end));
            at = Math.Max(end, at + 1);
        }
        return found;
    }

    private int StringEnd(int start)
    {
        int end = start + 1;
        while (end < Text.Length && Text[end] is not ('"' or '\n'))
            end += Text[end] == '\\' ? 2 : 1;
        return Math.Min(end + 1, Text.Length);
    }

    private int SkipBlanks(int position, bool overLines)
    {
        while (position < Text.Length && (Text[position] is ' ' or '\t' || (overLines && Text[position] is '\r' or '\n')))
            position++;
        return position;
    }

    // The line break after a comment of one line is no part of it.
    private int CommentEnd(int position)
    {
        if (position + 1 >= Text.Length || Text[position] != '/' || Text[position + 1] is not ('/' or '*'))
            return position;
        bool isBlock = Text[position + 1] == '*';
        int end = isBlock ? Text.IndexOf("*/", position + 2, StringComparison.Ordinal) : Text.IndexOf('\n', position);
        if (end < 0)
            return Text.Length;
        return isBlock ? end + 2 : Text[end - 1] == '\r' ? end - 1 : end;
    }
}

using System.Text;
using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Several edits of one text.</summary>
internal static class TextEdits
{
    /// <summary>The edits in the order of the text, those that touch made one.</summary>
    public static IReadOnlyList<TextEdit> Joined(IEnumerable<TextEdit> edits)
    {
        List<TextEdit> joined = [];
        foreach (TextEdit edit in edits.Where(edit => edit.Span.Length > 0 || edit.NewText.Length > 0).OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            TextEdit? before = joined.Count == 0 ? null : joined[joined.Count - 1];
            if (before is null || edit.Span.Start > before.Span.End)
                joined.Add(edit);
            else
                joined[joined.Count - 1] = new(TextSpan.FromBounds(before.Span.Start, Math.Max(before.Span.End, edit.Span.End)), before.NewText + edit.NewText);
        }
        return joined;
    }

    /// <summary>Whether no edit stands in the place of another.</summary>
    public static bool AreApart(IReadOnlyList<TextEdit> edits, IReadOnlyList<TextEdit> others) =>
        edits.All(edit => others.All(other => edit.Span.End < other.Span.Start || other.Span.End < edit.Span.Start));

    /// <summary>The text with edits that are apart.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        int position = 0;
        foreach (TextEdit edit in edits.OrderBy(edit => edit.Span.Start).ThenBy(edit => edit.Span.End))
        {
            result.Append(text, position, edit.Span.Start - position).Append(edit.NewText);
            position = edit.Span.End;
        }
        return result.Append(text, position, text.Length - position).ToString();
    }

    /// <summary>Where a place is after the edits.</summary>
    public static int Moved(int position, IEnumerable<TextEdit> edits) =>
        position + edits.Where(edit => edit.Span.End <= position).Sum(edit => edit.NewText.Length - edit.Span.Length);
}

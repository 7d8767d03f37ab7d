using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>Removes and reorders the elements of an array or an object, with their commas; comments between elements stay.</summary>
internal static class ElementEdits
{
    /// <summary>Removes some elements; at least one must stay.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="elements">The spans of all elements, in the order of the text.</param>
    /// <param name="isRemoved">Whether the element of an index goes.</param>
    public static IReadOnlyList<TextEdit> Remove(DefinitionText definition, IReadOnlyList<TextSpan> elements, Func<int, bool> isRemoved)
    {
        List<TextEdit> edits = [];
        int lastKept = Enumerable.Range(0, elements.Count).Last(index => !isRemoved(index));
        for (int i = 0; i < elements.Count; i++)
        {
            if (!isRemoved(i))
                continue;
            // Before something that stays an element takes the separator behind it along; at the end, the one before it.
            bool isBehind = i < lastKept;
            (int start, int end) = isBehind ? (elements[i].End, elements[i + 1].Start) : (elements[i - 1].End, elements[i].Start);
            edits.Add(new TextEdit(elements[i], ""));
            edits.AddRange(Separator(definition, start, end, isBehind).Select(piece => new TextEdit(piece, "")));
        }
        return TextEdits.Joined(edits);
    }

    /// <summary>Moves some elements behind the others; each keeps its text, and the places between them theirs.</summary>
    public static IReadOnlyList<TextEdit> MoveToEnd(DefinitionText definition, IReadOnlyList<TextSpan> elements, Func<int, bool> isMoved)
    {
        int[] order = [.. Enumerable.Range(0, elements.Count).OrderBy(index => isMoved(index) ? 1 : 0)];
        return
        [
            .. Enumerable.Range(0, elements.Count)
                .Where(index => order[index] != index)
                .Select(index => new TextEdit(elements[index], definition.Text.Substring(elements[order[index]].Start, elements[order[index]].Length))),
        ];
    }

    // The comma, and the blanks that would be left over; comments and the lines that they stand on stay.
    private static IEnumerable<TextSpan> Separator(DefinitionText definition, int start, int end, bool isBehind)
    {
        foreach (TextSpan piece in definition.OutsideComments(start, end))
        {
            int comma = definition.Text.IndexOf(',', piece.Start, piece.Length);
            if (isBehind ? comma >= 0 && piece.Start == start : piece.End == end)
                yield return piece;
            else if (comma >= 0)
                yield return new TextSpan(comma, 1);
        }
    }
}

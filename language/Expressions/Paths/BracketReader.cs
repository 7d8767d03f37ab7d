using System.Globalization;

namespace Compiled.Language.Expressions;

/// <summary>Reads what stands in brackets: names, indexes, a slice, a wildcard or a filter.</summary>
internal sealed class BracketReader(ExpressionCursor cursor)
{
    /// <summary>Reads from the bracket on; the step starts at <paramref name="start"/>, which may be a dot before it.</summary>
    public PathStep? Read(int start)
    {
        cursor.Position++;
        cursor.SkipBlanks();
        int content = cursor.Position;
        int placeholder = Placeholders.LengthAt(cursor.Text, content);
        switch (cursor.Current)
        {
            case '*':
                cursor.Position++;
                return Close() ? new WildcardStep(start, cursor.Position - start) : null;
            case '?':
                return ReadFilter(start);
            case '\'' or '"':
                return ReadNames(start);
            case '$' when placeholder > 0:
                cursor.Position += placeholder;
                string name = cursor.Slice(content);
                return Close() ? new NameStep(name, start, cursor.Position - start) : null;
            case '-' or ':' or (>= '0' and <= '9'):
                return ReadNumbers(start);
            case '(':
                cursor.FailHere("AWS runs no scripts in paths; [-1] names the last item");
                return null;
            default:
                FailOnContent(content);
                return null;
        }
    }

    private void FailOnContent(int content)
    {
        while (!cursor.AtEnd && (char.IsLetterOrDigit(cursor.Current) || cursor.Current is '_' or '-'))
            cursor.Position++;
        string word = cursor.Slice(content);
        if (word.Length > 0)
            cursor.Fail(content, word.Length, $"The name '{word}' has no quotes; expected ['{word}']");
        else
            cursor.FailHere("expected a name in quotes, an index, a slice, '*' or a filter '?(...)' in the brackets");
    }

    private bool Close()
    {
        cursor.SkipBlanks();
        return cursor.Expect(']', "at the end of the brackets");
    }

    private FilterStep? ReadFilter(int start)
    {
        cursor.Position++;
        cursor.SkipBlanks();
        if (!cursor.Expect('(', "after '?', as in [?(@.price > 10)]") || !cursor.Enter())
            return null;
        FilterExpression? filter = new FilterReader(cursor).Read();
        if (filter is null)
            return null;
        cursor.Leave();
        return cursor.Expect(')', "at the end of the filter") && Close() ? new FilterStep(filter, start, cursor.Position - start) : null;
    }

    private PathStep? ReadNames(int start)
    {
        var names = new List<string>();
        do
        {
            cursor.SkipBlanks();
            if (cursor.Current is not ('\'' or '"'))
            {
                cursor.FailHere("expected a further name in quotes after ','");
                return null;
            }
            if (PathEscape.ReadQuoted(cursor) is not { } name)
                return null;
            names.Add(name);
            cursor.SkipBlanks();
        }
        while (cursor.TryTake(','));
        if (!Close())
            return null;
        int length = cursor.Position - start;
        return names.Count == 1 ? new NameStep(names[0], start, length) : new NamesStep(names, start, length);
    }

    private PathStep? ReadNumbers(int start)
    {
        if (!ReadNumber(out int? first))
            return null;
        cursor.SkipBlanks();
        if (cursor.Current == ':')
            return ReadSlice(first, start);
        if (first is null)
        {
            cursor.FailHere("expected an index");
            return null;
        }
        var indexes = new List<int> { first.Value };
        while (cursor.TryTake(','))
        {
            cursor.SkipBlanks();
            if (!ReadNumber(out int? next))
                return null;
            if (next is null)
            {
                cursor.FailHere("expected a further index after ','");
                return null;
            }
            indexes.Add(next.Value);
            cursor.SkipBlanks();
        }
        if (!Close())
            return null;
        int length = cursor.Position - start;
        return indexes.Count == 1 ? new IndexStep(indexes[0], start, length) : new IndexesStep(indexes, start, length);
    }

    private SliceStep? ReadSlice(int? from, int start)
    {
        cursor.Position++;
        cursor.SkipBlanks();
        if (!ReadNumber(out int? to))
            return null;
        cursor.SkipBlanks();
        int? step = null;
        if (cursor.TryTake(':'))
        {
            cursor.SkipBlanks();
            int stepStart = cursor.Position;
            if (!ReadNumber(out step))
                return null;
            if (step < 1)
            {
                cursor.Fail(stepStart, cursor.Position - stepStart, $"The step of the slice is {step}; expected at least 1");
                return null;
            }
        }
        return Close() ? new SliceStep(from, to, step, start, cursor.Position - start) : null;
    }

    // Null where no number stands here; false with an error where it is none that fits.
    private bool ReadNumber(out int? number)
    {
        number = null;
        int start = cursor.Position;
        cursor.TryTake('-');
        while (cursor.Current is >= '0' and <= '9')
            cursor.Position++;
        if (cursor.Position == start)
            return true;
        string text = cursor.Slice(start);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            number = value;
            return true;
        }
        cursor.Fail(start, text.Length, $"'{text}' is not an index; expected a whole number of 32 bits");
        return false;
    }
}

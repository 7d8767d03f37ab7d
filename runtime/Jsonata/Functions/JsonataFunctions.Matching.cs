using System.Globalization;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Strings and patterns. A pattern is a string or a matcher: a regular expression, or any function that keeps to its protocol.</content>
public static partial class JsonataFunctions
{
    /// <summary><c>$contains(string, pattern)</c>.</summary>
    public static JsonValue Contains(JsonValue text, JsonValue pattern, Evaluation evaluation)
    {
        Arguments.String(text, "contains", 1);
        Arguments.StringOrFunction(pattern, "contains", 2);
        if (text.IsMissing || pattern.IsMissing)
        {
            return default;
        }

        if (pattern.AsFunction is { } matcher)
        {
            return JsonValue.Boolean(MatchCursor.IsMatch(matcher, text, "contains", evaluation));
        }

        using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
        using TextChars sought = new(pattern, stackalloc char[TextChars.StackChars]);
        return JsonValue.Boolean(chars.Chars.Contains(sought.Chars, StringComparison.Ordinal));
    }

    /// <summary><c>$match(string, matcher, limit?)</c>: a sequence of <c>{"match": "b", "index": 1, "groups": ["b"]}</c>.</summary>
    /// <exception cref="JsonataException">D3040: the limit is negative. D1004: a later match is empty. T1010: the matcher gave no match.</exception>
    public static JsonValue Match(JsonValue text, JsonValue matcher, JsonValue limit, Evaluation evaluation)
    {
        Arguments.String(text, "match", 1);
        JsonataFunction function = Arguments.Function(matcher, "match", 2);
        double most = Limit(limit, "match", 3);
        if (text.IsMissing)
        {
            return default;
        }

        if (most < 0)
        {
            throw JsonataError.Of("D3040", value: limit, index: 3);
        }

        var found = new Sequence();
        if (most > 0)
        {
            var matches = new MatchCursor(function, text.AsString(), "match", evaluation);
            for (int count = 0; matches.MoveNext() && count < most; count++)
            {
                found.Push(matches.Described());
            }

            matches.Dispose();
        }

        return found.ToSequence();
    }

    /// <summary><c>$split(string, pattern, limit?)</c>: an array of at most so many parts.</summary>
    /// <exception cref="JsonataException">D3020: the limit is negative. D1004: a later match is empty. T1010: the matcher gave no match.</exception>
    public static JsonValue Split(JsonValue text, JsonValue pattern, JsonValue limit, Evaluation evaluation)
    {
        Arguments.String(text, "split", 1);
        Arguments.StringOrFunction(pattern, "split", 2);
        double most = Limit(limit, "split", 3);
        if (text.IsMissing)
        {
            return default;
        }

        if (most < 0)
        {
            throw JsonataError.Of("D3020", value: limit, index: 3);
        }

        if (pattern.IsMissing)
        {
            throw Arguments.Mismatch("split", 2);
        }

        if (most == 0)
        {
            return JsonValue.EmptyArray;
        }

        var parts = new ArrayBuilder(4);
        if (pattern.AsFunction is { } matcher)
        {
            SplitByMatches(ref parts, matcher, text.AsString(), most, evaluation);
        }
        else
        {
            using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
            using TextChars separator = new(pattern, stackalloc char[TextChars.StackChars]);
            SplitByText(ref parts, chars.Chars, separator.Chars, (int)Math.Truncate(most), evaluation);
        }

        return parts.ToValue();
    }

    /// <summary>
    /// <c>$replace(string, pattern, replacement, limit?)</c>. For a matcher the replacement may be a function of the match, and in a string
    /// <c>$0</c> is the match, <c>$1</c> its first group and so on, <c>$$</c> a dollar.
    /// </summary>
    /// <exception cref="JsonataException">
    /// D3010: the pattern is empty. D3011: the limit is negative. D3012: a function gave no string, or stands beside a pattern that is a string.
    /// D1004: a later match is empty. T1010: the matcher gave no match.
    /// </exception>
    public static JsonValue Replace(JsonValue text, JsonValue pattern, JsonValue replacement, JsonValue limit, Evaluation evaluation)
    {
        Arguments.String(text, "replace", 1);
        Arguments.StringOrFunction(pattern, "replace", 2);
        Arguments.StringOrFunction(replacement, "replace", 3);
        double most = Limit(limit, "replace", 4);
        if (text.IsMissing)
        {
            return default;
        }

        if (pattern.IsString && Texts.IsEmpty(pattern))
        {
            throw JsonataError.Of("D3010", value: pattern, index: 2);
        }

        if (most < 0)
        {
            throw JsonataError.Of("D3011", value: limit, index: 4);
        }

        if (pattern.IsMissing || replacement.IsMissing)
        {
            throw Arguments.Mismatch("replace", pattern.IsMissing ? 2 : 3);
        }

        if (most == 0)
        {
            return text;
        }

        if (pattern.AsFunction is { } matcher)
        {
            return ReplaceMatches(text, matcher, replacement, most, evaluation);
        }

        return ReplaceText(text, pattern, replacement, most, evaluation);
    }

    // Infinity for a limit left out.
    private static double Limit(in JsonValue limit, string function, int index)
        => Arguments.Number(limit, function, index, out double most) ? most : double.PositiveInfinity;

    // JavaScript's split: without a separator it takes the code units apart.
    private static void SplitByText(ref ArrayBuilder parts, ReadOnlySpan<char> rest, ReadOnlySpan<char> separator, int most, Evaluation evaluation)
    {
        if (separator.IsEmpty)
        {
            for (int i = 0; i < Math.Min(rest.Length, most); i++)
            {
                evaluation.Step();
                parts.Add(JsonValue.String(rest[i].ToString()));
            }

            return;
        }

        for (; most > 0; most--)
        {
            evaluation.Step();
            int end = rest.IndexOf(separator, StringComparison.Ordinal);
            if (end < 0)
            {
                parts.Add(JsonValue.String(rest.ToString()));
                return;
            }

            parts.Add(JsonValue.String(rest[..end].ToString()));
            rest = rest[(end + separator.Length)..];
        }
    }

    private static void SplitByMatches(ref ArrayBuilder parts, JsonataFunction matcher, string text, double most, Evaluation evaluation)
    {
        int from = 0, count = 0;
        var matches = new MatchCursor(matcher, text, "split", evaluation);
        for (; matches.MoveNext() && count < most; count++)
        {
            parts.Add(JsonValue.String(Between(text, from, matches.Start).ToString()));
            from = matches.End;
        }

        matches.Dispose();
        if (count < most)
        {
            parts.Add(JsonValue.String(text[from..]));
        }
    }

    private static JsonValue ReplaceText(in JsonValue text, in JsonValue pattern, in JsonValue replacement, double most, Evaluation evaluation)
    {
        using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
        using TextChars sought = new(pattern, stackalloc char[TextChars.StackChars]);
        ReadOnlySpan<char> rest = chars.Chars;
        int at = rest.IndexOf(sought.Chars, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        string put = replacement.IsString ? replacement.AsString() : throw JsonataError.Of("D3012", value: replacement);
        var result = new TextBuilder(stackalloc char[ScratchChars]);
        for (int count = 0; at >= 0 && count < most; count++)
        {
            evaluation.Step(put.Length + 1);
            result.Append(rest[..at]);
            result.Append(put);
            rest = rest[(at + sought.Chars.Length)..];
            at = rest.IndexOf(sought.Chars, StringComparison.Ordinal);
        }

        result.Append(rest);
        return JsonValue.String(result.End());
    }

    private static JsonValue ReplaceMatches(in JsonValue text, JsonataFunction matcher, in JsonValue replacement, double most, Evaluation evaluation)
    {
        string content = text.AsString();
        string? put = replacement.IsString ? replacement.AsString() : null;
        var result = new TextBuilder(stackalloc char[ScratchChars]);
        int from = 0;
        var matches = new MatchCursor(matcher, content, "replace", evaluation, needsObject: put is null);
        for (int count = 0; matches.MoveNext() && count < most; count++)
        {
            int start = matches.Start;
            result.Append(Between(content, from, start));
            int before = result.Count;
            if (put is not null)
            {
                Substitute(ref result, put, matches);
            }
            else
            {
                JsonValue given = replacement.AsFunction!.Invoke([matches.Object], evaluation);
                result.Append(given.IsString ? given : throw JsonataError.Of("D3012", value: given));
            }

            evaluation.Step(result.Count - before + 1);
            from = matches.TextEnd;
        }

        matches.Dispose();
        result.Append(content.AsSpan(from));
        return JsonValue.String(result.End());
    }

    // After a dollar stand as many digits as the number of the last group has, or one less where that number is too high.
    private static void Substitute(ref TextBuilder result, string replacement, scoped in MatchCursor matches)
    {
        ReadOnlySpan<char> rest = replacement;
        for (int dollar = rest.IndexOf('$'); dollar >= 0; dollar = rest.IndexOf('$'))
        {
            result.Append(rest[..dollar]);
            rest = rest[(dollar + 1)..];
            if (rest is ['$', ..])
            {
                result.Append('$');
                rest = rest[1..];
            }
            else if (rest is ['0', ..])
            {
                matches.AppendMatch(ref result);
                rest = rest[1..];
            }
            else
            {
                rest = rest[SubstituteGroup(ref result, rest, matches)..];
            }
        }

        result.Append(rest);
    }

    // Gives how many characters behind the dollar are used up.
    private static int SubstituteGroup(ref TextBuilder result, scoped ReadOnlySpan<char> rest, scoped in MatchCursor matches)
    {
        int count = matches.GroupCount;
        int digits = count == 0 ? 1 : (int)Math.Floor(Math.Log10(count)) + 1;
        bool isNumber = TryDigits(rest, digits, out int number);
        if (digits > 1 && number > count)
        {
            isNumber = TryDigits(rest, digits - 1, out number);
        }

        if (!isNumber)
        {
            result.Append('$');
            return 0;
        }

        if (number > 0)
        {
            matches.AppendGroup(ref result, number);
        }

        return number.ToString(CultureInfo.InvariantCulture).Length;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, int most, out int number)
    {
        text = text[..Math.Min(most, text.Length)];
        int end = text.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? text : text[..end], NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    // JavaScript's substring: whichever end comes first.
    private static ReadOnlySpan<char> Between(string text, int from, int to) => text.AsSpan(Math.Min(from, to), Math.Abs(to - from));
}

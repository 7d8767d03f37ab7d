using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// The patterns of StringMatches. A star takes as little as it can and only the last one ever takes more, so the time is at most the
/// product of the two lengths.
/// </summary>
internal static class StringPattern
{
    public static bool IsMatch(JsonValue value, string pattern)
    {
        using TextChars text = new(value, stackalloc char[TextChars.StackChars]);
        return IsMatch(text.Chars, pattern);
    }

    private static bool IsMatch(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        int at = 0, p = 0, afterStar = -1, starTook = 0;
        while (at < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                afterStar = ++p;
                starTook = at;
                continue;
            }

            if (p < pattern.Length && Literal(pattern, p, out int length) == text[at])
            {
                p += length;
                at++;
                continue;
            }

            if (afterStar < 0)
            {
                return false;
            }

            p = afterStar;
            at = ++starTook;
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }

    // ASL, "Choice State": \* is a star and \\ a backslash. Any other backslash is refused in definitions; here it is itself.
    private static char Literal(ReadOnlySpan<char> pattern, int p, out int length)
    {
        length = 1;
        if (pattern[p] == '\\' && p + 1 < pattern.Length && pattern[p + 1] is '*' or '\\')
        {
            length = 2;
            return pattern[p + 1];
        }

        return pattern[p];
    }
}

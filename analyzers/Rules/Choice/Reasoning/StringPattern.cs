namespace Compiled.Rules;

/// <summary>The patterns of StringMatches: <c>*</c> stands for any run of characters, <c>\*</c> and <c>\\</c> for themselves. FEATURES L-240.</summary>
internal static class StringPattern
{
    /// <summary>Whether the whole text has the pattern; the time is at most the product of their lengths.</summary>
    public static bool Fits(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = ++p;
                mark = t;
            }
            else if (p < pattern.Length && Literal(pattern, p, out int length) == text[t])
            {
                p += length;
                t++;
            }
            else if (star >= 0)
            {
                p = star;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private static char Literal(string pattern, int at, out int length)
    {
        bool isEscape = pattern[at] == '\\' && at + 1 < pattern.Length && (pattern[at + 1] is '*' or '\\');
        length = isEscape ? 2 : 1;
        return pattern[at + length - 1];
    }
}

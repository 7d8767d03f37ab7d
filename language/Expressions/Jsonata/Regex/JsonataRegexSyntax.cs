using Compiled.Language.Vocabulary;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Reads the regular expressions of JSONata, so that a wrong one is a fault of the expression.</summary>
public static class JsonataRegexSyntax
{
    /// <summary>Reads a literal.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="start">The place behind the opening slash.</param>
    /// <param name="fault">Why there is none.</param>
    /// <returns>The literal; null if there is none.</returns>
    public static JsonataRegexLiteral? Read(string text, int start, out JsonataRegexFault? fault)
    {
        int slash = FindEnd(text, start);
        if (slash < 0)
        {
            fault = new JsonataRegexFault("S0302", text.Length, 0, "No terminating / in regular expression");
            return null;
        }

        if (slash == start)
        {
            fault = new JsonataRegexFault("S0301", slash, 0, "Empty regular expressions are not allowed");
            return null;
        }

        int end = slash + 1;
        while (end < text.Length && text[end] is 'i' or 'm')
            end++;
        string pattern = text.Substring(start, slash - start), flags = text.Substring(slash + 1, end - slash - 1);
        fault = Check(pattern, start) ?? CheckFlags(flags, slash + 1);
        return fault is null ? new JsonataRegexLiteral(pattern, flags, end) : null;
    }

    /// <summary>The first fault of a pattern; null if it is right.</summary>
    /// <param name="pattern">What stands between the slashes.</param>
    /// <param name="start">Where it stands in the expression.</param>
    public static JsonataRegexFault? Check(string pattern, int start = 0)
    {
        RegexParser.Parse(pattern, out RegexError? error);
        return error is null ? null : new JsonataRegexFault("S0303", start + error.Start, error.Length, error.Message);
    }

    private static JsonataRegexFault? CheckFlags(string flags, int start)
    {
        for (int i = 1; i < flags.Length; i++)
        {
            if (flags.IndexOf(flags[i]) < i)
                return new JsonataRegexFault("S0303", start + i, 1, $"'{flags[i]}' stands twice among the flags of the regular expression; once is enough");
        }

        return null;
    }

    // As jsonata-js finds it: a slash counts outside of all brackets only, whether or not these pair, and without a backslash before it.
    private static int FindEnd(string text, int start)
    {
        int depth = 0;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            bool isEscaped = i > 0 && text[i - 1] == '\\';
            if (c == '/' && depth == 0 && Backslashes(text, i) % 2 == 0)
                return i;
            if (c is '(' or '[' or '{' && !isEscaped)
                depth++;
            else if (c is ')' or ']' or '}' && !isEscaped)
                depth--;
        }

        return -1;
    }

    private static int Backslashes(string text, int end)
    {
        int count = 0;
        while (end - count > 0 && text[end - count - 1] == '\\')
            count++;
        return count;
    }
}

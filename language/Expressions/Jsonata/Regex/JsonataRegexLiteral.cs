namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A regular expression as it stands in an expression.</summary>
public sealed class JsonataRegexLiteral
{
    internal JsonataRegexLiteral(string pattern, string flags, int end)
    {
        Pattern = pattern;
        Flags = flags;
        End = end;
    }

    /// <summary>What stands between the slashes; known to be a pattern.</summary>
    public string Pattern { get; }

    /// <summary>The flags behind them, each of <c>i</c> and <c>m</c> at most once.</summary>
    public string Flags { get; }

    /// <summary>The place behind the literal, counted in the expression.</summary>
    public int End { get; }
}

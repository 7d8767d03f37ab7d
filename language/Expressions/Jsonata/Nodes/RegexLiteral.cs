namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>/pattern/flags</c>: a function that finds matches.</summary>
public sealed class RegexLiteral : JsonataNode
{
    internal RegexLiteral(string pattern, string flags)
    {
        Pattern = pattern;
        Flags = flags;
    }

    /// <summary>The pattern between the slashes, as JavaScript reads it; never empty.</summary>
    public string Pattern { get; }

    /// <summary>The flags as written: any of <c>i</c> (case is ignored) and <c>m</c> (<c>^</c> and <c>$</c> match at line breaks), perhaps several times.</summary>
    public string Flags { get; }
}

using System.Text.RegularExpressions;

namespace Compiled.Language.Expressions;

/// <summary><c>/pattern/flags</c>, which a string must match as a whole.</summary>
public sealed class FilterRegex : FilterOperand
{
    internal FilterRegex(string pattern, string flags)
    {
        Pattern = pattern;
        Flags = flags;
    }

    /// <summary>The pattern between the slashes; known to be one that .NET takes.</summary>
    public string Pattern { get; }

    /// <summary>Java's flag letters as written, among <c>dixmsuU</c>.</summary>
    public string Flags { get; }

    /// <summary>Whether upper and lower case are the same.</summary>
    public bool IgnoreCase => Has('i');

    /// <summary>The options of .NET that the flags stand for.</summary>
    public RegexOptions Options =>
        RegexOptions.CultureInvariant
        | (IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None)
        | (Has('m') ? RegexOptions.Multiline : RegexOptions.None)
        | (Has('s') ? RegexOptions.Singleline : RegexOptions.None)
        | (Has('x') ? RegexOptions.IgnorePatternWhitespace : RegexOptions.None);

    private bool Has(char flag) => Flags.IndexOf(flag) >= 0;
}

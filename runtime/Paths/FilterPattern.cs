using System.Text.RegularExpressions;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// The regular expressions of filters: written for Java, matched against the whole text. Matching takes time linear in the text; an
/// expression that .NET can only match by trying (one that looks around or refers back) is given up after a second and then doesn't match.
/// </summary>
public static class FilterPattern
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(1);

    /// <summary>The expression of <c>/pattern/flags</c>, to be kept in a static field.</summary>
    /// <param name="pattern">What stands between the slashes.</param>
    /// <param name="flags">Any of Java's <c>i</c>, <c>m</c>, <c>s</c> and <c>x</c>; <c>d</c>, <c>u</c> and <c>U</c> change nothing in .NET.</param>
    /// <exception cref="ArgumentException">The pattern is no regular expression; rules find that in definitions.</exception>
    public static Regex Of(string pattern, string flags)
    {
        ArgumentNullException.ThrowIfNull(flags);
        RegexOptions options = RegexOptions.CultureInvariant;
        foreach (char flag in flags)
        {
            options |= flag switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        // The line break ends a comment that 'x' allows at the end of the pattern.
        string whole = options.HasFlag(RegexOptions.IgnorePatternWhitespace) ? $@"\A(?:{pattern}{'\n'})\z" : $@"\A(?:{pattern})\z";
        try
        {
            return new Regex(whole, options | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, options, s_limit);
        }
    }

    internal static bool IsMatch(Regex regex, JsonValue value)
    {
        string text = value.IsString ? value.AsString() : value.IsNumber || value.IsBoolean ? value.ToString() : "";
        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

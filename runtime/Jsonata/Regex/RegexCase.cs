using System.Collections.Frozen;

namespace Compiled.Jsonata;

/// <summary>What the flag i takes for the same: ECMAScript's Canonicalize without the flag u, which goes by upper case.</summary>
internal static class RegexCase
{
    private static FrozenDictionary<char, char[]>? s_equivalents;

    /// <summary>The code unit that stands for all which differ from it by case only.</summary>
    public static char Canonical(char c)
    {
        if (char.IsAscii(c))
        {
            return char.IsAsciiLetterLower(c) ? (char)(c & ~0x20) : c;
        }

        // Upper case of more than one character does not count; .NET's simple mapping has another one for these Greek letters.
        if (c is (>= '\u1F80' and <= '\u1FAF') or '\u1FB3' or '\u1FC3' or '\u1FF3')
        {
            return c;
        }

        char upper = char.ToUpperInvariant(c);
        return char.IsAscii(upper) ? c : upper;
    }

    /// <summary>Every code unit with the same canonical one; empty if it is alone.</summary>
    public static ReadOnlySpan<char> Equivalents(char c)
    {
        s_equivalents ??= Collect();
        return s_equivalents.TryGetValue(Canonical(c), out char[]? all) ? all : [];
    }

    private static FrozenDictionary<char, char[]> Collect()
    {
        var groups = new Dictionary<char, List<char>>();
        for (int c = char.MaxValue; c >= 0; c--)
        {
            char canonical = Canonical((char)c);
            if (canonical != c)
            {
                if (!groups.TryGetValue(canonical, out List<char>? group))
                {
                    groups.Add(canonical, group = [canonical]);
                }

                group.Add((char)c);
            }
        }

        return groups.ToFrozenDictionary(group => group.Key, group => group.Value.ToArray());
    }
}

namespace Compiled.Language.Vocabulary;

/// <summary>A set of UTF-16 code units, the alphabet of a JavaScript regular expression without the flag u.</summary>
internal sealed class RegexCharSet
{
    /// <summary><c>\d</c></summary>
    public static readonly RegexCharSet Digits = new(['0', '9']);

    /// <summary><c>\w</c></summary>
    public static readonly RegexCharSet Words = new(['0', '9', 'A', 'Z', '_', '_', 'a', 'z']);

    /// <summary><c>\s</c>: ECMAScript's WhiteSpace and LineTerminator.</summary>
    public static readonly RegexCharSet Spaces = new(
    [
        '\t', '\r', ' ', ' ', '\u00A0', '\u00A0', '\u1680', '\u1680', '\u2000', '\u200A', '\u2028', '\u2029', '\u202F', '\u202F',
        '\u205F', '\u205F', '\u3000', '\u3000', '\uFEFF', '\uFEFF',
    ]);

    /// <summary>What <c>.</c> does not match.</summary>
    public static readonly RegexCharSet LineEnds = new(['\n', '\n', '\r', '\r', '\u2028', '\u2029']);

    // First and last of each range, ascending; ranges neither overlap nor touch.
    private readonly char[] _bounds;

    private RegexCharSet(char[] bounds) => _bounds = bounds;

    /// <summary>First and last of each range, ascending.</summary>
    public IReadOnlyList<char> Bounds => _bounds;

    public bool IsEmpty => _bounds.Length == 0;

    public static RegexCharSet Of(char single) => new([single, single]);

    /// <summary>The union of ranges in any order.</summary>
    public static RegexCharSet Of(List<(char First, char Last)> ranges)
    {
        ranges.Sort(static (left, right) => left.First.CompareTo(right.First));
        var bounds = new List<char>();
        foreach ((char first, char last) in ranges)
        {
            if (bounds.Count > 0 && first <= bounds[bounds.Count - 1] + 1)
            {
                if (last > bounds[bounds.Count - 1])
                    bounds[bounds.Count - 1] = last;
                continue;
            }

            bounds.Add(first);
            bounds.Add(last);
        }

        return new RegexCharSet([.. bounds]);
    }

    /// <summary>Every code unit that is not in the set.</summary>
    public RegexCharSet Not()
    {
        var bounds = new List<char>();
        int next = 0;
        for (int i = 0; i < _bounds.Length; i += 2)
        {
            if (_bounds[i] > next)
            {
                bounds.Add((char)next);
                bounds.Add((char)(_bounds[i] - 1));
            }

            next = _bounds[i + 1] + 1;
        }

        if (next <= char.MaxValue)
        {
            bounds.Add((char)next);
            bounds.Add(char.MaxValue);
        }

        return new RegexCharSet([.. bounds]);
    }

    public bool Contains(char c)
    {
        int low = 0, high = (_bounds.Length / 2) - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (c < _bounds[2 * middle])
                high = middle - 1;
            else if (c > _bounds[(2 * middle) + 1])
                low = middle + 1;
            else
                return true;
        }

        return false;
    }

    public void AddTo(List<(char First, char Last)> ranges)
    {
        for (int i = 0; i < _bounds.Length; i += 2)
            ranges.Add((_bounds[i], _bounds[i + 1]));
    }
}

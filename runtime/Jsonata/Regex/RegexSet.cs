using Compiled.Language.Vocabulary;

namespace Compiled.Jsonata;

/// <summary>A set of code units as the matcher asks for it, the flag i applied.</summary>
internal sealed class RegexSet
{
    private readonly RegexCharSet _chars;
    private readonly bool _isNegated;
    private readonly bool _ignoreCase;
    private readonly ulong _low;
    private readonly ulong _high;

    public RegexSet(RegexCharSet chars, bool isNegated, bool ignoreCase)
    {
        _chars = chars;
        _isNegated = isNegated;
        _ignoreCase = ignoreCase;
        for (int c = 0; c < 128; c++)
        {
            // A letter beyond ASCII is never the same as one of ASCII: see RegexCase.
            bool isIn = chars.Contains((char)c) || (ignoreCase && char.IsAsciiLetter((char)c) && chars.Contains((char)(c ^ 0x20)));
            if (isIn != isNegated)
            {
                if (c < 64)
                {
                    _low |= 1UL << c;
                }
                else
                {
                    _high |= 1UL << (c - 64);
                }
            }
        }
    }

    public bool Contains(char c)
    {
        if (c < 128)
        {
            return (((c < 64 ? _low : _high) >> (c & 63)) & 1) != 0;
        }

        return HasBeyondAscii(c) != _isNegated;
    }

    /// <summary>Whether no code unit is in both sets; false also where that is not worth to find out.</summary>
    public bool IsDisjoint(RegexSet other)
    {
        if (Members is not { } left || other.Members is not { } right)
        {
            return false;
        }

        for (int i = 0, j = 0; i < left.Bounds.Count && j < right.Bounds.Count;)
        {
            if (left.Bounds[i + 1] < right.Bounds[j])
            {
                i += 2;
            }
            else if (right.Bounds[j + 1] < left.Bounds[i])
            {
                j += 2;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    // All members, the flag i applied; null where letters beyond ASCII would have to be looked at for it.
    private RegexCharSet? Members
    {
        get
        {
            if (!_ignoreCase)
            {
                return _isNegated ? _chars.Not() : _chars;
            }

            if (_chars.Bounds is [.., > '\x7F'])
            {
                return null;
            }

            var ranges = new List<(char First, char Last)>();
            for (char c = '\0'; c < 128; c++)
            {
                if (Contains(c) != _isNegated)
                {
                    ranges.Add((c, c));
                }
            }

            return _isNegated ? RegexCharSet.Of(ranges).Not() : RegexCharSet.Of(ranges);
        }
    }

    /// <summary>Adds the members to what a search looks for, or says that they are too many.</summary>
    public bool TryAddTo(HashSet<char> members, int limit)
    {
        if (_isNegated)
        {
            return false;
        }

        for (int i = 0; i < _chars.Bounds.Count; i += 2)
        {
            if (_chars.Bounds[i + 1] - _chars.Bounds[i] > limit)
            {
                return false;
            }

            for (int c = _chars.Bounds[i]; c <= _chars.Bounds[i + 1]; c++)
            {
                AddTo(members, (char)c);
            }
        }

        return members.Count <= limit;
    }

    private void AddTo(HashSet<char> members, char c)
    {
        members.Add(c);
        if (!_ignoreCase)
        {
            return;
        }

        if (char.IsAscii(c))
        {
            if (char.IsAsciiLetter(c))
            {
                members.Add((char)(c ^ 0x20));
            }

            return;
        }

        members.UnionWith(RegexCase.Equivalents(c).ToArray());
    }

    private bool HasBeyondAscii(char c)
    {
        if (_chars.Contains(c))
        {
            return true;
        }

        if (_ignoreCase)
        {
            foreach (char same in RegexCase.Equivalents(c))
            {
                if (_chars.Contains(same))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

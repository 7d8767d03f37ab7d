using System.Buffers;
using System.Text;
using Compiled.Language.Vocabulary;

namespace Compiled.Jsonata;

/// <summary>Where a match of a pattern may start, so that a search can leap.</summary>
internal sealed class RegexStart
{
    // More members than these are in most texts anyway.
    private const int MostMembers = 256;

    private readonly bool _isAnchored;
    private readonly int _lengthToEnd;
    private readonly string _prefix;
    private readonly SearchValues<char>? _first;

    private RegexStart(bool isAnchored, int lengthToEnd, string prefix, SearchValues<char>? first)
    {
        _isAnchored = isAnchored;
        _lengthToEnd = lengthToEnd;
        _prefix = prefix;
        _first = first;
    }

    public static RegexStart Of(RegexNode root, bool ignoreCase, bool multiline)
    {
        var members = new HashSet<char>();
        bool isKnown = Add(root, ignoreCase, members) == Start.Known;
        return new RegexStart(
            !multiline && IsAnchored(root), multiline ? -1 : LengthToEnd(root), ignoreCase ? "" : Prefix(root), isKnown ? SearchValues.Create([.. members]) : null);
    }

    /// <summary>The next place at which a match may start; negative if there is none.</summary>
    public int Next(ReadOnlySpan<char> text, int from)
    {
        if (from > text.Length || (from > 0 && _isAnchored))
        {
            return -1;
        }

        if (_lengthToEnd >= 0)
        {
            int only = text.Length - _lengthToEnd;
            return only >= from ? only : -1;
        }

        int leap = _prefix.Length > 0 ? text[from..].IndexOf(_prefix) : _first is not null ? text[from..].IndexOfAny(_first) : 0;
        return leap < 0 ? -1 : from + leap;
    }

    private static bool IsAnchored(RegexNode node) => node switch
    {
        RegexAnchorNode anchor => anchor.Anchor == RegexAnchor.Start,
        RegexSequenceNode sequence => sequence.Parts.Length > 0 && IsAnchored(sequence.Parts[0]),
        RegexChoiceNode choice => Array.TrueForAll(choice.Options, IsAnchored),
        RegexGroupNode group => IsAnchored(group.Body),
        _ => false,
    };

    // The length of all matches, where that is one and they end at the end of the text; negative otherwise.
    private static int LengthToEnd(RegexNode node)
        => node is RegexSequenceNode { Parts: [.., RegexAnchorNode { Anchor: RegexAnchor.End }] } ? Length(node) : -1;

    private static int Length(RegexNode node)
    {
        switch (node)
        {
            case RegexSetNode:
                return 1;
            case RegexAnchorNode or RegexLookNode:
                return 0;
            case RegexGroupNode group:
                return Length(group.Body);
            case RegexLoopNode loop when loop.Minimum == loop.Maximum && Length(loop.Body) is >= 0 and var length && (long)length * loop.Minimum <= int.MaxValue:
                return length * loop.Minimum;
            case RegexSequenceNode sequence:
                long sum = 0;
                foreach (RegexNode part in sequence.Parts)
                {
                    int length = Length(part);
                    sum = length < 0 || sum < 0 ? -1 : sum + length;
                }

                return sum <= int.MaxValue ? (int)sum : -1;
            case RegexChoiceNode choice:
                int first = Length(choice.Options[0]);
                return Array.TrueForAll(choice.Options, option => Length(option) == first) ? first : -1;
            default:
                return -1;
        }
    }

    private static string Prefix(RegexNode node)
    {
        var prefix = new StringBuilder();
        RegexNode[] parts = node is RegexSequenceNode sequence ? sequence.Parts : [node];
        foreach (RegexNode part in parts)
        {
            if (part is not RegexSetNode { IsNegated: false, Set.Bounds: [char first, char last] } || first != last)
            {
                break;
            }

            prefix.Append(first);
        }

        return prefix.ToString();
    }

    private enum Start
    {
        /// <summary>Whatever the node matches starts with one of the members.</summary>
        Known,

        /// <summary>The node may match nothing, else it starts with one of the members.</summary>
        Open,

        Unknown,
    }

    private static Start Add(RegexNode node, bool ignoreCase, HashSet<char> members)
    {
        switch (node)
        {
            case RegexSetNode set:
                return new RegexSet(set.Set, set.IsNegated, ignoreCase).TryAddTo(members, MostMembers) ? Start.Known : Start.Unknown;
            case RegexGroupNode group:
                return Add(group.Body, ignoreCase, members);
            case RegexAnchorNode or RegexLookNode:
                return Start.Open;
            case RegexLoopNode loop:
                Start body = loop.Maximum == 0 ? Start.Open : Add(loop.Body, ignoreCase, members);
                return body == Start.Known && loop.Minimum == 0 ? Start.Open : body;
            case RegexSequenceNode sequence:
                foreach (RegexNode part in sequence.Parts)
                {
                    Start start = Add(part, ignoreCase, members);
                    if (start != Start.Open)
                    {
                        return start;
                    }
                }

                return Start.Open;
            case RegexChoiceNode choice:
                Start all = Start.Known;
                foreach (RegexNode option in choice.Options)
                {
                    Start start = Add(option, ignoreCase, members);
                    all = start > all ? start : all;
                }

                return all;
            default:
                return Start.Unknown;
        }
    }
}

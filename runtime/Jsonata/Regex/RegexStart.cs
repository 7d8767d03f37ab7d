using System.Buffers;
using System.Text;
using Compiled.Language.Vocabulary;

namespace Compiled.Jsonata;

/// <summary>Finds out what every match of a pattern starts with, so that a search can leap.</summary>
internal static class RegexStart
{
    // More members than these are in most texts anyway.
    private const int MostMembers = 256;

    public static bool IsAnchored(RegexNode node) => node switch
    {
        RegexAnchorNode anchor => anchor.Anchor == RegexAnchor.Start,
        RegexSequenceNode sequence => sequence.Parts.Length > 0 && IsAnchored(sequence.Parts[0]),
        RegexChoiceNode choice => Array.TrueForAll(choice.Options, IsAnchored),
        RegexGroupNode group => IsAnchored(group.Body),
        _ => false,
    };

    public static string Prefix(RegexNode node)
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

    public static SearchValues<char>? First(RegexNode root, bool ignoreCase)
    {
        var members = new HashSet<char>();
        return Add(root, ignoreCase, members) == Start.Known ? SearchValues.Create([.. members]) : null;
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

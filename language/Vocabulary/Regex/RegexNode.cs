namespace Compiled.Language.Vocabulary;

/// <summary>A part of a JavaScript regular expression.</summary>
internal abstract record RegexNode;

/// <summary>One code unit that is in the set, or that is not.</summary>
internal sealed record RegexSetNode(RegexCharSet Set, bool IsNegated) : RegexNode;

/// <summary>Parts one behind the other, also those of a group that does not capture.</summary>
internal sealed record RegexSequenceNode(RegexNode[] Parts) : RegexNode;

/// <summary>Alternatives, the first one that leads to a match wins.</summary>
internal sealed record RegexChoiceNode(RegexNode[] Options) : RegexNode;

/// <summary>A capturing group, numbered from 1.</summary>
internal sealed record RegexGroupNode(int Number, RegexNode Body) : RegexNode;

/// <summary>A quantifier. The groups from the first to the last one in its body are forgotten before each turn.</summary>
internal sealed record RegexLoopNode(RegexNode Body, int Minimum, int Maximum, bool IsLazy, int FirstGroup, int LastGroup) : RegexNode
{
    /// <summary>The maximum of <c>*</c>, <c>+</c> and <c>{n,}</c>.</summary>
    public const int Unbounded = int.MaxValue;
}

internal enum RegexAnchor
{
    Start,
    End,
    Boundary,
    NotBoundary,
}

/// <summary>A condition on a place in the text.</summary>
internal sealed record RegexAnchorNode(RegexAnchor Anchor) : RegexNode;

/// <summary>What a group captured last; the empty text while it has captured nothing.</summary>
internal sealed record RegexBackreferenceNode(int Number) : RegexNode;

/// <summary>A look ahead or behind.</summary>
internal sealed record RegexLookNode(RegexNode Body, bool IsBehind, bool IsNegative) : RegexNode;

namespace Compiled.Language.Vocabulary;

/// <summary>A regular expression that was read: its parts and how many groups capture.</summary>
internal sealed record RegexTree(RegexNode Root, int GroupCount);

/// <summary>The first place at which a pattern is wrong, counted in the pattern, and why.</summary>
internal sealed record RegexError(int Start, int Length, string Message);

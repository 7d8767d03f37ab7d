namespace Compiled.Rules;

/// <summary>
/// A class of values of one variable that all conditions of a Choice treat alike. The constants that they compare with part numbers, strings and
/// instants into points and the gaps between them: constant <c>k</c> has the place <c>2k + 1</c>, the gaps around it the even ones.
/// </summary>
/// <param name="kind">What the values are.</param>
/// <param name="place">The place among the constants of their kind.</param>
/// <param name="instant">For a string that is a timestamp its place among the instants compared with; otherwise -1.</param>
/// <param name="patterns">For a string which of the variable's patterns it has, a bit each.</param>
internal readonly struct ValueWorld(ValueClass kind, int place = 0, int instant = -1, long patterns = 0)
{
    /// <summary>What the values are.</summary>
    public ValueClass Kind { get; } = kind;

    /// <summary>The place among the constants of their kind.</summary>
    public int Place { get; } = place;

    /// <summary>The place among the instants, or -1.</summary>
    public int Instant { get; } = instant;

    /// <summary>The patterns that fit.</summary>
    public long Patterns { get; } = patterns;
}

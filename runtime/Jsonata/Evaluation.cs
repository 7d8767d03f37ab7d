using Compiled.Expressions;

namespace Compiled.Jsonata;

/// <summary>
/// What one evaluation of an expression knows of the world and how much it may still do. It reads no clock: an execution evaluates an
/// expression again, with the same result, when it is resumed.
/// </summary>
public sealed class Evaluation(DateTimeOffset now, IRandomSource random)
{
    /// <summary>How many steps (elements visited, functions called) an evaluation may take unless a host says otherwise.</summary>
    public const long DefaultSteps = 50_000_000;

    /// <summary>How deep functions may call each other unless a host says otherwise; a tail call adds no level.</summary>
    public const int DefaultDepth = 500;

    /// <summary>The time that <c>$now()</c> and <c>$millis()</c> give, the same throughout the evaluation.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>What <c>$random</c>, <c>$uuid</c> and <c>$shuffle</c> draw from.</summary>
    public IRandomSource Random { get; } = random;

    /// <summary>How many steps are left.</summary>
    public long Steps = DefaultSteps;

    /// <summary>How many levels of calls are left.</summary>
    public int Depth = DefaultDepth;
}

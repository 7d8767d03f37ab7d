using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"numeric": ["&gt;", 0, "&lt;=", 5]}</c>: a number between bounds, each with the limit belonging to it or not.</summary>
internal sealed record NumericTest(double Least, bool WithLeast, double Most, bool WithMost) : ValueTest
{
    /// <summary>The largest number that can be compared, either way. Source: EventBridge's guide, "Numeric matching".</summary>
    public const double Limit = 5e9;

    public override bool Fits(in JsonValue value)
        => value.IsNumber && value.TryGetDouble(out double number) && Math.Abs(number) <= Limit
            && (WithLeast ? number >= Least : number > Least) && (WithMost ? number <= Most : number < Most);
}

using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"suffix": ".png"}</c>.</summary>
internal sealed record SuffixTest(string Suffix, StringComparison Comparison) : ValueTest
{
    public override bool Fits(in JsonValue value) => value.IsString && value.AsString().EndsWith(Suffix, Comparison);
}

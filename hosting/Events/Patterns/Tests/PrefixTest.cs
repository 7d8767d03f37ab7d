using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"prefix": "us-"}</c>.</summary>
internal sealed record PrefixTest(string Prefix, StringComparison Comparison) : ValueTest
{
    public override bool Fits(in JsonValue value) => value.IsString && value.AsString().StartsWith(Prefix, Comparison);
}

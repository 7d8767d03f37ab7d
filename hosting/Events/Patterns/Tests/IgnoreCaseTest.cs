using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"equals-ignore-case": "alice"}</c>.</summary>
internal sealed record IgnoreCaseTest(string Text) : ValueTest
{
    public override bool Fits(in JsonValue value) => value.IsString && value.AsString().Equals(Text, StringComparison.OrdinalIgnoreCase);
}

using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"exists": true}</c>: there is a value, or there is none.</summary>
internal sealed record ExistsTest(bool Exists) : ValueTest
{
    public override bool FitsNothing => !Exists;

    public override bool Fits(in JsonValue value) => Exists;
}

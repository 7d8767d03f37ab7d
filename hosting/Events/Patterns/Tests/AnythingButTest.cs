using Compiled.Values;

namespace Compiled.Events.Patterns.Tests;

/// <summary><c>{"anything-but": ...}</c>: there is a value, and none of the tests holds for it.</summary>
internal sealed record AnythingButTest(IReadOnlyList<ValueTest> Tests) : ValueTest
{
    public override bool Fits(in JsonValue value)
    {
        foreach (ValueTest test in Tests)
        {
            if (test.Fits(in value))
                return false;
        }

        return true;
    }
}

using Compiled.Values;

namespace Compiled.Events.Patterns;

/// <summary>What a pattern says of an object: all of its members' tests hold, and of each <c>$or</c> one alternative.</summary>
internal sealed record ObjectTest(
    IReadOnlyList<(Key Name, ObjectTest Test)> Objects, IReadOnlyList<(Key Name, IReadOnlyList<ValueTest> Tests)> Values, IReadOnlyList<IReadOnlyList<ObjectTest>> Alternatives)
{
    /// <summary>Whether a value fits: an object, a list of which one element fits, or nothing at all, where the pattern asks only for absence.</summary>
    public bool Fits(in JsonValue value)
    {
        if (!value.IsArray)
            return FitsObject(value.IsObject ? value : default);
        foreach (JsonValue item in value.Items())
        {
            if (Fits(in item))
                return true;
        }

        return value.Count == 0 && FitsObject(default);
    }

    private bool FitsObject(in JsonValue value)
    {
        foreach ((Key name, IReadOnlyList<ValueTest> tests) in Values)
        {
            if (!FitsOne(tests, value[name]))
                return false;
        }

        foreach ((Key name, ObjectTest test) in Objects)
        {
            if (!test.Fits(value[name]))
                return false;
        }

        foreach (IReadOnlyList<ObjectTest> alternatives in Alternatives)
        {
            bool isFound = false;
            for (int i = 0; i < alternatives.Count && !isFound; i++)
                isFound = alternatives[i].FitsObject(in value);
            if (!isFound)
                return false;
        }

        return true;
    }

    private static bool FitsOne(IReadOnlyList<ValueTest> tests, in JsonValue value)
    {
        bool isLeaf = false;
        return FitsLeaf(tests, in value, ref isLeaf) || !isLeaf && tests.Any(static test => test.FitsNothing);
    }

    // Only what stands at the end of a path is compared: objects are passed by, lists are looked into.
    private static bool FitsLeaf(IReadOnlyList<ValueTest> tests, in JsonValue value, ref bool isLeaf)
    {
        if (value.IsMissing || value.IsObject)
            return false;
        if (value.IsArray)
        {
            foreach (JsonValue item in value.Items())
            {
                if (FitsLeaf(tests, in item, ref isLeaf))
                    return true;
            }

            return false;
        }

        isLeaf = true;
        foreach (ValueTest test in tests)
        {
            if (test.Fits(in value))
                return true;
        }

        return false;
    }
}

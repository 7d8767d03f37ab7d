namespace Compiled.MapRuns;

/// <summary>
/// How many items may fail. With neither limit said none may; with one said only that one counts; with both the run fails when either is exceeded.
/// FEATURES L-313.
/// </summary>
/// <param name="Count">How many items may fail; null where it is not said.</param>
/// <param name="Percentage">Which share of the items may fail, from 0 to 100; null where it is not said.</param>
internal readonly record struct FailureTolerance(int? Count, double? Percentage)
{
    /// <summary>Whether more items have failed than may.</summary>
    /// <param name="failed">The items that failed.</param>
    /// <param name="most">No less than the items there are; null while nobody knows, and then a share is not judged yet.</param>
    public bool IsExceeded(long failed, long? most)
    {
        if (failed == 0)
            return false;
        if (failed > (Count ?? (Percentage is null ? 0 : long.MaxValue)))
            return true;
        return Percentage is { } percentage && most is { } items && failed * 100.0 > percentage * items;
    }
}

using System.Globalization;
using System.Text.Json;
using Compiled.Simulation.Matching;

namespace Conformance.Comparing;

/// <summary>Compares the events of a run with recorded ones: number, order, ids, links, types and details.</summary>
internal static class HistoryComparer
{
    /// <summary>The first difference, or null.</summary>
    /// <param name="recorded">The recorded events.</param>
    /// <param name="actual">The run's events.</param>
    /// <param name="options">How to read the recording.</param>
    /// <param name="hasBags">Events inside a Parallel state were sorted as text by the recorder and their ids set to 0.</param>
    public static Difference? Compare(JsonElement recorded, JsonElement actual, JsonMatcherOptions options, bool hasBags)
    {
        JsonMatcher matcher = new(options);
        Location events = Location.Root.Member("events");
        if (matcher.IsSkipped(events)) return null;
        if (hasBags) return CompareWithBags(recorded, actual, matcher, events);
        int common = Math.Min(recorded.GetArrayLength(), actual.GetArrayLength());
        for (int i = 0; i < common; i++)
            if (matcher.Compare(recorded[i], actual[i], events.Item(i)) is { } difference) return Named(difference, recorded[i], actual[i]);
        if (recorded.GetArrayLength() > common) return new Difference(events.Item(common), Brief(recorded[common]), Difference.Absent);
        return actual.GetArrayLength() > common ? new Difference(events.Item(common), Difference.Absent, Brief(actual[common])) : null;
    }

    /// <summary>
    /// Events that kept their id are compared in their place. Those of a bag carry the id <c>[0]</c>: each must meet one of the run's
    /// other events, whatever its ids. The recorder dropped ParallelStateSucceeded and ParallelStateFailed there (their ids are missing in
    /// the recordings), so these may be left over.
    /// </summary>
    private static Difference? CompareWithBags(JsonElement recorded, JsonElement actual, JsonMatcher matcher, Location events)
    {
        List<(JsonElement Event, int Position)> left = [.. actual.EnumerateArray().Select(static (item, position) => (item, position))];
        List<(JsonElement Event, int Position)> bag = [];
        foreach ((JsonElement expected, int position) in recorded.EnumerateArray().Select(static (item, position) => (item, position)))
        {
            if (expected.GetProperty("id").ValueKind == JsonValueKind.Array)
            {
                bag.Add((expected, position));
                continue;
            }

            int id = expected.GetProperty("id").GetInt32();
            int match = left.FindIndex(item => item.Event.GetProperty("id").GetInt32() == id);
            if (match < 0) return new Difference(events.Item(position), Brief(expected), Difference.Absent);
            if (matcher.Compare(expected, left[match].Event, events.Item(position)) is { } difference) return Named(difference, expected, left[match].Event);
            left.RemoveAt(match);
        }

        if (CompareBag(bag, left, matcher, events) is { } missing) return missing;
        left.RemoveAll(static item => item.Event.GetProperty("type").GetString() is "ParallelStateSucceeded" or "ParallelStateFailed");
        return left.Count == 0 ? null : new Difference(events.Item(left[0].Position), Difference.Absent, Brief(left[0].Event));
    }

    private static Difference? CompareBag(
        List<(JsonElement Event, int Position)> bag, List<(JsonElement Event, int Position)> left, JsonMatcher matcher, Location events)
    {
        foreach ((JsonElement expected, int position) in bag)
        {
            Location at = events.Item(position);
            JsonMatcher withoutIds = new(matcher.Options with
            {
                Skipped = [.. matcher.Options.Skipped, LocationPattern.Parse(at + ".id"), LocationPattern.Parse(at + ".previousEventId")],
            });
            int match = left.FindIndex(item =>
            {
                PlaceholderBindings before = matcher.Options.Bindings.Snapshot();
                if (withoutIds.Compare(expected, item.Event, at) is null) return true;
                matcher.Options.Bindings.Restore(before);
                return false;
            });
            if (match < 0) return new Difference(at, Brief(expected), Difference.Absent);
            left.RemoveAt(match);
        }

        return null;
    }

    /// <summary>An event's place says little, so the difference also names the event that stands there.</summary>
    private static Difference Named(Difference difference, JsonElement recorded, JsonElement actual)
    {
        string expectedName = Name(recorded), actualName = Name(actual);
        return expectedName == actualName
            ? difference with { Expected = $"{difference.Expected} in {expectedName}" }
            : new Difference(difference.At, $"{difference.Expected} in {expectedName}", $"{difference.Actual} in {actualName}");
    }

    private static string Brief(JsonElement item) => $"{Name(item)} {Difference.Show(item)}";

    private static string Name(JsonElement item) =>
        string.Create(CultureInfo.InvariantCulture, $"#{item.GetProperty("id").GetRawText()} {item.GetProperty("type").GetString()}");
}

using Compiled.Values;

namespace Compiled.MapRuns.Writers;

/// <summary>What of a child becomes a result, or several. FEATURES L-315.</summary>
internal static class ResultShape
{
    public static IEnumerable<JsonValue> Of(MapRunChild child, MapRunOutcome outcome, ResultTransformation transformation)
    {
        // AWS gives a child that failed as it is described, whatever was asked for.
        if (transformation == ResultTransformation.None || outcome.Status != ExecutionStatus.Succeeded)
            return [ChildDescription.Of(child, outcome)];
        return transformation == ResultTransformation.Flatten && outcome.Output.IsArray ? Items(outcome.Output) : [outcome.Output];
    }

    private static IEnumerable<JsonValue> Items(JsonValue array)
    {
        for (ItemEnumerator items = array.Items(); items.MoveNext();)
            yield return items.Current;
    }
}

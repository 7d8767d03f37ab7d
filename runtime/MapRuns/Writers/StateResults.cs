using System.Text;
using Compiled.Execution;
using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.MapRuns.Writers;

/// <summary>The results as those of the Map state, in the order of the children. More than a state's result may have are not kept.</summary>
internal sealed class StateResults(MapRunRequest request) : IResults
{
    private readonly SortedDictionary<int, JsonValue[]> _results = [];
    private readonly ResultTransformation _transformation = request.Settings.Writer?.Transformation ?? ResultTransformation.Compact;
    private long _bytes;

    public bool KeepsPending => false;

    public long Written => 0;

    private bool IsTooLarge => _bytes > KernelFaults.DataLimit;

    public ValueTask AddAsync(MapRunChild child, MapRunOutcome outcome, CancellationToken cancellationToken)
    {
        if (IsTooLarge)
            return ValueTask.CompletedTask;
        JsonValue[] results = [.. ResultShape.Of(child, outcome, _transformation)];
        if (results.Length == 0)
            return ValueTask.CompletedTask;
        foreach (JsonValue result in results)
            _bytes += result.ByteCount + 1;
        _results.Add(child.Index, results);
        if (IsTooLarge)
            _results.Clear();
        return ValueTask.CompletedTask;
    }

    public ValueTask AddPendingAsync(MapRunChild child, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<JsonValue> CompleteAsync(CancellationToken cancellationToken)
    {
        if (IsTooLarge)
            return ValueTask.FromResult(JsonValue.Failure(Faults.DataLimitExceeded(request.StateName)));
        JsonValue[] results = [.. _results.Values.SelectMany(static each => each)];
        return ValueTask.FromResult(request.Settings.Writer is { WritesLines: true } ? Lines(results) : JsonValue.ArrayOf(results));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // A state's result is JSON; lines of JSON are so as a text.
    private static JsonValue Lines(JsonValue[] results)
    {
        StringBuilder lines = new();
        foreach (JsonValue result in results)
            lines.Append(result.ToString()).Append('\n');
        return lines.ToString();
    }
}

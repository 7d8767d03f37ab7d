using Compiled.Execution;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.MapRuns.Readers;
using Compiled.Values;

namespace Compiled.TestState.Running;

/// <summary>What a tested Map would give its iterations: the items, as <c>ItemSelector</c> and <c>ItemBatcher</c> make them.</summary>
internal sealed class MapInputs
{
    /// <summary>How many items there are; null where a reader would have told and no data stands for it.</summary>
    public int? Count { get; private set; }

    /// <summary>The items that a reader gave; missing where the state had them in its input.</summary>
    public JsonValue Read { get; private set; }

    /// <summary>The items as the selector makes them; missing without a selector.</summary>
    public JsonValue Selected { get; private set; }

    /// <summary>The batches; missing without a batcher.</summary>
    public JsonValue Batches { get; private set; }

    /// <summary>Makes the inputs.</summary>
    /// <param name="frame">The frame that waits for the Map's result.</param>
    /// <param name="items">The items; missing where a reader gives them.</param>
    /// <param name="readerData">What stands for the file that a reader would read; null for none.</param>
    /// <param name="selects">Whether the state has an <c>ItemSelector</c>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="MapRunException">The reader or the selector fails.</exception>
    public static async Task<MapInputs> MakeAsync(Frame<RecordedHistory> frame, JsonValue items, string? readerData, bool selects, CancellationToken cancellationToken)
    {
        MapInputs made = new();
        if (frame.MapRun is not { } request)
        {
            made.Count = items.Count;
            if (selects)
                made.Selected = Select(frame, items);
            return made;
        }

        if (items.IsMissing && readerData is null)
            return made;
        List<MapItem> read = await ReaderData.ReadAsync(request.Settings, readerData, cancellationToken).ConfigureAwait(false);
        made.Count = read.Count;
        if (items.IsMissing)
            made.Read = JsonValue.ArrayOf([.. read.Select(static item => item.Value)]);
        if (request.Selector is { } selector)
            made.Selected = JsonValue.ArrayOf([.. read.Select((item, index) => Select(selector, item, index))]);
        if (request.Settings.Batcher is not null)
            made.Batches = await BatchAsync(request, read, cancellationToken).ConfigureAwait(false);
        return made;
    }

    private static JsonValue Select(Frame<RecordedHistory> frame, JsonValue items)
    {
        List<JsonValue> selected = new(items.Count);
        for (ItemEnumerator each = items.Items(); each.MoveNext();)
        {
            Fault? fault = null;
            selected.Add(frame.InputOf(frame.StateNumber, each.Current, selected.Count, ref fault));
            if (fault is not null)
                throw new MapRunException(fault);
        }

        return JsonValue.ArrayOf([.. selected]);
    }

    private static JsonValue Select(IItemSelector selector, MapItem item, int index)
    {
        Fault? fault = null;
        JsonValue selected = selector.Select(in item, index, ref fault);
        return fault is null ? selected : throw new MapRunException(fault);
    }

    private static async Task<JsonValue> BatchAsync(MapRunRequest request, List<MapItem> items, CancellationToken cancellationToken)
    {
        List<JsonValue> batches = [];
        await foreach (MapRunChild child in new ChildInputs(request).ReadAsync(items.ToAsyncEnumerable(), cancellationToken).ConfigureAwait(false))
            batches.Add(child.Input);
        return JsonValue.ArrayOf([.. batches]);
    }
}

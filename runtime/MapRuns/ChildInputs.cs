using System.Runtime.CompilerServices;
using Compiled.Execution;
using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>
/// Makes the children of a run out of its items: selected, grouped, numbered. One is made at a time, so that no more items are held than a batch has.
/// FEATURES L-284, L-312.
/// </summary>
internal sealed class ChildInputs(MapRunRequest request)
{
    private static readonly Key BatchInput = Key.Of("BatchInput"), Items = Key.Of("Items");

    private readonly ItemBatcherSettings? _batcher = request.Settings.Batcher;
    private int _next;

    public async IAsyncEnumerable<MapRunChild> ReadAsync(IAsyncEnumerable<MapItem> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int index = 0;
        List<JsonValue> batch = [];
        long bytes = Frame;
        await foreach (MapItem item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            JsonValue input = Select(in item, index++);
            if (_batcher is null)
            {
                yield return Child(input, 1);
                continue;
            }

            // Each item but the first has a comma before it.
            long more = input.ByteCount + (batch.Count == 0 ? 0 : 1);
            if (batch.Count > 0 && bytes + more > MostBytes)
            {
                yield return Take(batch);
                (bytes, more) = (Frame, input.ByteCount);
            }

            if (bytes + more > MostBytes)
                throw TooLarge(index - 1);
            batch.Add(input);
            bytes += more;
            if (batch.Count != _batcher.MaxItems)
                continue;
            yield return Take(batch);
            bytes = Frame;
        }

        if (batch.Count > 0)
            yield return Take(batch);
    }

    private long MostBytes => _batcher is { MaxBytes: > 0 } limited ? Math.Min(limited.MaxBytes, KernelFaults.DataLimit) : KernelFaults.DataLimit;

    // The bytes of a batch without its items.
    private long Frame => _batcher is null ? 0 : Batch([]).ByteCount;

    private JsonValue Select(in MapItem item, int index)
    {
        if (request.Selector is not { } selector)
            return item.Whole;
        Fault? fault = null;
        JsonValue selected = selector.Select(in item, index, ref fault);
        return fault is null ? selected : throw new MapRunException(fault);
    }

    private MapRunChild Take(List<JsonValue> batch)
    {
        MapRunChild child = Child(Batch([.. batch]), batch.Count);
        batch.Clear();
        return child;
    }

    private JsonValue Batch(JsonValue[] items)
    {
        JsonProperty itself = new(Items, JsonValue.ArrayOf(items));
        return _batcher!.BatchInput.IsMissing ? JsonValue.ObjectOf([itself]) : JsonValue.ObjectOf([new JsonProperty(BatchInput, _batcher.BatchInput), itself]);
    }

    private MapRunChild Child(in JsonValue input, int items)
    {
        if (KernelFaults.SizeFault(in input, request.StateName) is { } tooLarge)
            throw new MapRunException(tooLarge);
        return new MapRunChild { Index = _next++, Input = input, ItemCount = items, Run = request };
    }

    private MapRunException TooLarge(int index)
        => new(new Fault(StatesErrors.DataLimitExceeded, $"Item {index} alone makes a batch larger than {MostBytes} bytes."));
}

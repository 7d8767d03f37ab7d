using Compiled.Values;

namespace Compiled.Benchmarks.Server;

/// <summary>The tasks of W2, by resource.</summary>
internal sealed class OrderHandlers : ITaskHandler
{
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        => context.Resource.EndsWith("PriceOrder", StringComparison.Ordinal) ? ValueTasks.PriceOrderAsync(input) : ValueTasks.ReserveStockAsync(input);
}

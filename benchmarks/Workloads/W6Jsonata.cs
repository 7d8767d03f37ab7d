using Compiled.Values;

namespace Compiled.Benchmarks;

/// <summary>W6 with its tasks on JSON values, the same as W2's.</summary>
[StateMachine("W6Jsonata.asl.json")]
internal sealed partial class W6Jsonata
{
    [TaskHandler("PriceOrder")]
    private static ValueTask<JsonValue> PriceOrderAsync(JsonValue arguments) => ValueTasks.PriceOrderAsync(arguments);

    [TaskHandler("ReserveStock")]
    private static ValueTask<JsonValue> ReserveStockAsync(JsonValue arguments) => ValueTasks.ReserveStockAsync(arguments);
}

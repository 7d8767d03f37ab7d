using Compiled.Values;

namespace Compiled.Benchmarks;

/// <summary>W2 with its tasks on JSON values.</summary>
[StateMachine("W2Order.asl.json")]
internal sealed partial class W2Order
{
    [TaskHandler("PriceOrder")]
    private static ValueTask<JsonValue> PriceOrderAsync(JsonValue arguments) => ValueTasks.PriceOrderAsync(arguments);

    [TaskHandler("ReserveStock")]
    private static ValueTask<JsonValue> ReserveStockAsync(JsonValue arguments) => ValueTasks.ReserveStockAsync(arguments);
}

/// <summary>W2 with a task that yields to others once.</summary>
[StateMachine("W2Order.asl.json")]
internal sealed partial class W2OrderLater
{
    [TaskHandler("PriceOrder")]
    private static ValueTask<JsonValue> PriceOrderAsync(JsonValue arguments) => ValueTasks.PriceOrderLaterAsync(arguments);

    [TaskHandler("ReserveStock")]
    private static ValueTask<JsonValue> ReserveStockAsync(JsonValue arguments) => ValueTasks.ReserveStockAsync(arguments);
}

using Compiled.Values;

namespace Compiled.Benchmarks.Throughput;

/// <summary>W1 as an Express machine.</summary>
[StateMachine("W1Hello.asl.json", Type = MachineType.Express, Name = "W1")]
internal sealed partial class W1HelloExpress;

/// <summary>W2 as an Express machine, with its tasks on JSON values.</summary>
[StateMachine("W2Order.asl.json", Type = MachineType.Express, Name = "W2")]
internal sealed partial class W2OrderExpress
{
    [TaskHandler("PriceOrder")]
    private static ValueTask<JsonValue> PriceOrderAsync(JsonValue arguments) => ValueTasks.PriceOrderAsync(arguments);

    [TaskHandler("ReserveStock")]
    private static ValueTask<JsonValue> ReserveStockAsync(JsonValue arguments) => ValueTasks.ReserveStockAsync(arguments);
}

/// <summary>W2 with a task that yields to others once.</summary>
[StateMachine("W2Order.asl.json", Type = MachineType.Express, Name = "W2-async")]
internal sealed partial class W2AsyncExpress
{
    [TaskHandler("PriceOrder")]
    private static ValueTask<JsonValue> PriceOrderAsync(JsonValue arguments) => ValueTasks.PriceOrderLaterAsync(arguments);

    [TaskHandler("ReserveStock")]
    private static ValueTask<JsonValue> ReserveStockAsync(JsonValue arguments) => ValueTasks.ReserveStockAsync(arguments);
}

/// <summary>W4 as an Express machine.</summary>
[StateMachine("W4Map.asl.json", Type = MachineType.Express, Name = "W4")]
internal sealed partial class W4MapExpress;

/// <summary>W4b as an Express machine.</summary>
[StateMachine("W4bParallel.asl.json", Type = MachineType.Express, Name = "W4b")]
internal sealed partial class W4bParallelExpress;

/// <summary>W5 as an Express machine.</summary>
[StateMachine("W5Loop.asl.json", Type = MachineType.Express, Name = "W5")]
internal sealed partial class W5LoopExpress;

/// <summary>W6 as an Express machine.</summary>
[StateMachine("W6Jsonata.asl.json", Type = MachineType.Express, Name = "W6")]
internal sealed partial class W6JsonataExpress
{
    [TaskHandler("PriceOrder")]
    private static ValueTask<JsonValue> PriceOrderAsync(JsonValue arguments) => ValueTasks.PriceOrderAsync(arguments);

    [TaskHandler("ReserveStock")]
    private static ValueTask<JsonValue> ReserveStockAsync(JsonValue arguments) => ValueTasks.ReserveStockAsync(arguments);
}

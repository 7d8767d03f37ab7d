using Compiled.Benchmarks.Baselines;

namespace Compiled.Benchmarks;

/// <summary>W2 with C# types at both ends and in between: no JSON.</summary>
[StateMachine("W2Order.asl.json", JsonContext = typeof(ModelContext), Input = typeof(OrderInput), Output = typeof(Confirmation))]
internal sealed partial class OrderWorkflowOnObjects(IOrderTasks tasks)
{
    [TaskHandler("PriceOrder")]
    private ValueTask<PriceResult> PriceOrderAsync(PriceRequest request, CancellationToken cancellationToken) => tasks.PriceOrderAsync(request, cancellationToken);

    [TaskHandler("ReserveStock")]
    private ValueTask<ReserveResult> ReserveStockAsync(ReserveRequest request, CancellationToken cancellationToken) => tasks.ReserveStockAsync(request, cancellationToken);
}

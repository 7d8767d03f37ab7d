using Compiled.Benchmarks.Baselines;

namespace Compiled.Benchmarks;

/// <summary>W2 with handlers on the same C# types as the hand-written program: JSON is read and written at each task.</summary>
[StateMachine("W2Order.asl.json", JsonContext = typeof(ModelContext))]
internal sealed partial class OrderWorkflowOnTypes
{
    private readonly OrderTasks _tasks = new();

    [TaskHandler("PriceOrder")]
    private ValueTask<PriceResult> PriceOrderAsync(PriceRequest request, CancellationToken cancellationToken) => _tasks.PriceOrderAsync(request, cancellationToken);

    [TaskHandler("ReserveStock")]
    private ValueTask<ReserveResult> ReserveStockAsync(ReserveRequest request, CancellationToken cancellationToken) => _tasks.ReserveStockAsync(request, cancellationToken);
}

using Compiled.Benchmarks.Baselines;

namespace Compiled.Benchmarks;

/// <summary>W2 with records at both ends and in between: no JSON.</summary>
[StateMachine("W2Order.asl.json", JsonContext = typeof(RecordContext), Input = typeof(RecordInput), Output = typeof(RecordConfirmation))]
internal sealed partial class OrderWorkflowOnRecords(IRecordTasks tasks)
{
    [TaskHandler("PriceOrder")]
    private ValueTask<RecordPrice> PriceOrderAsync(RecordPriceRequest request, CancellationToken cancellationToken) => tasks.PriceOrderAsync(request, cancellationToken);

    [TaskHandler("ReserveStock")]
    private ValueTask<ReserveResult> ReserveStockAsync(RecordReserveRequest request, CancellationToken cancellationToken) => tasks.ReserveStockAsync(request, cancellationToken);
}

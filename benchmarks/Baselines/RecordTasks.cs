namespace Compiled.Benchmarks.Baselines;

/// <summary>The tasks of W2 on records.</summary>
internal interface IRecordTasks
{
    ValueTask<RecordPrice> PriceOrderAsync(RecordPriceRequest request, CancellationToken cancellationToken);

    ValueTask<ReserveResult> ReserveStockAsync(RecordReserveRequest request, CancellationToken cancellationToken);
}

internal sealed class RecordTasks : IRecordTasks
{
    public ValueTask<RecordPrice> PriceOrderAsync(RecordPriceRequest request, CancellationToken cancellationToken)
    {
        double sum = 0;
        var lines = new List<Line>(request.Items.Count);
        foreach (RecordItem item in request.Items)
        {
            double amount = item.Qty * item.Price;
            sum += amount;
            lines.Add(new Line(item.Sku, OrderTasks.Round2(amount)));
        }
        double discount = Math.Floor(sum * request.Percent / 100 + 0.5);
        return new(new RecordPrice(request.OrderId, OrderTasks.Round2(sum - discount), discount, lines, "p1"));
    }

    public ValueTask<ReserveResult> ReserveStockAsync(RecordReserveRequest request, CancellationToken cancellationToken)
        => new(new ReserveResult(true, $"rsv-{request.OrderId}-{request.Skus.Count}"));
}

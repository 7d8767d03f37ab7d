namespace Compiled.Benchmarks.Baselines;

/// <summary>The tasks of W2 on the hand-written side.</summary>
internal interface IOrderTasks
{
    ValueTask<PriceResult> PriceOrderAsync(PriceRequest request, CancellationToken cancellationToken);

    ValueTask<ReserveResult> ReserveStockAsync(ReserveRequest request, CancellationToken cancellationToken);
}

internal sealed class OrderTasks : IOrderTasks
{
    public ValueTask<PriceResult> PriceOrderAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        double sum = 0;
        var lines = new List<Line>(request.Items.Count);
        foreach (Item item in request.Items)
        {
            double amount = item.Qty * item.Price;
            sum += amount;
            lines.Add(new Line(item.Sku!, Round2(amount)));
        }
        double discount = Math.Floor(sum * request.Percent / 100 + 0.5);
        return new(new PriceResult(request.OrderId, Round2(sum - discount), discount, lines, "p1"));
    }

    public ValueTask<ReserveResult> ReserveStockAsync(ReserveRequest request, CancellationToken cancellationToken)
        => new(new ReserveResult(true, $"rsv-{request.OrderId}-{request.Skus.Count}"));

    public static double Round2(double value) => Math.Floor(value * 100 + 0.5) / 100;
}

/// <summary>Prices after others had their turn.</summary>
internal sealed class YieldingOrderTasks : IOrderTasks
{
    private readonly OrderTasks _tasks = new();

    public async ValueTask<PriceResult> PriceOrderAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return await _tasks.PriceOrderAsync(request, cancellationToken);
    }

    public ValueTask<ReserveResult> ReserveStockAsync(ReserveRequest request, CancellationToken cancellationToken) => _tasks.ReserveStockAsync(request, cancellationToken);
}

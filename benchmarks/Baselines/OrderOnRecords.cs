namespace Compiled.Benchmarks.Baselines;

/// <summary>W2 by hand on records that nobody can change, without JSON: the same flow as <see cref="OrderOnObjects"/>.</summary>
internal static class OrderOnRecords
{
    public static async ValueTask<RecordConfirmation> Run(RecordInput data, IRecordTasks tasks, Clock clock, CancellationToken cancellationToken)
    {
        RecordOrder? order = data.Order;
        if (order?.Id is not { } id || order.Customer?.Tier is not { } tier || order.Total <= 0)
            throw Rejected();
        var meta = new Meta(string.Concat(id, "-", order.Customer.Id), data.Attempt + 1, "web");
        double percent = (tier == "gold" && order.Total > 100) || tier == "platinum" ? 10 : 0;
        RecordPrice pricing;
        ReserveResult reservation;
        try
        {
            pricing = await Price(tasks, clock, new RecordPriceRequest(id, tier, percent, order.Items), cancellationToken).ConfigureAwait(false);
            var skus = new List<string>(order.Items.Count);
            foreach (RecordItem item in order.Items)
                skus.Add(item.Sku);
            reservation = await Reserve(tasks, clock, new RecordReserveRequest(id, skus), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Rejected();
        }
        if (!reservation.Ok)
            throw Rejected();
        return new RecordConfirmation(
            id,
            $"Order {id} for {order.Customer.Name}: {pricing.Total} {order.Currency} (saved {pricing.Discount})",
            pricing.Total, pricing.Lines, reservation.Token, order.Customer.Address, meta);
    }

    private static async ValueTask<RecordPrice> Price(IRecordTasks tasks, Clock clock, RecordPriceRequest request, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try { return await tasks.PriceOrderAsync(request, cancellationToken).ConfigureAwait(false); }
            catch (TaskFailed e) when (attempt < 3 && e.Error is "Pricing.Unavailable" or "States.Timeout") { }
            await clock.Delay(TimeSpan.FromSeconds(1 << attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask<ReserveResult> Reserve(IRecordTasks tasks, Clock clock, RecordReserveRequest request, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            try { return await tasks.ReserveStockAsync(request, cancellationToken).ConfigureAwait(false); }
            catch (TaskFailed e) when (attempt < 2 && e.Error == "Stock.Busy") { }
            await clock.Delay(TimeSpan.FromSeconds(Math.Pow(1.5, attempt)), cancellationToken).ConfigureAwait(false);
        }
    }

    private static TaskFailed Rejected() => new("Order.Rejected", "The order was rejected");
}

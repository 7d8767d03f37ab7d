namespace Compiled.Benchmarks.Baselines;

/// <summary>W2 by hand on C# objects at both ends, without JSON: the same flow as <see cref="Typed.Order"/>.</summary>
internal static class OrderOnObjects
{
    public static async ValueTask<Confirmation> Run(OrderInput data, IOrderTasks tasks, Clock clock, CancellationToken cancellationToken)
    {
        Order? order = data.Order;
        if (order?.Id is not { } id || order.Customer?.Tier is not { } tier || order.Total <= 0)
            throw Rejected();
        var meta = new Meta(string.Concat(id, "-", order.Customer.Id), data.Attempt + 1, "web");
        double percent = (tier == "gold" && order.Total > 100) || tier == "platinum" ? 10 : 0;
        PriceResult pricing;
        ReserveResult reservation;
        try
        {
            pricing = await Typed.Price(tasks, clock, new PriceRequest(id, tier, percent, order.Items), cancellationToken).ConfigureAwait(false);
            var skus = new List<string>(order.Items.Count);
            foreach (Item item in order.Items)
                skus.Add(item.Sku!);
            reservation = await Typed.Reserve(tasks, clock, new ReserveRequest(id, skus), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw Rejected();
        }
        if (!reservation.Ok)
            throw Rejected();
        return new Confirmation(
            id,
            $"Order {id} for {order.Customer.Name}: {pricing.Total} {order.Currency} (saved {pricing.Discount})",
            pricing.Total, pricing.Lines, reservation.Token, order.Customer.Address, meta);
    }

    private static TaskFailed Rejected() => new("Order.Rejected", "The order was rejected");
}

using System.Collections.Concurrent;
using System.Text.Json;
using MassTransit;

namespace Compiled.Benchmarks.Baselines.Saga;

/// <summary>W2 as a saga of MassTransit: a message for each task's end, in the order of the definition.</summary>
public sealed class OrderSagaMachine : MassTransitStateMachine<OrderSaga>
{
    private readonly IOrderTasks _tasks = new OrderTasks();

    /// <summary>Describes the saga.</summary>
    public OrderSagaMachine()
    {
        InstanceState(saga => saga.CurrentState);
        Event(() => Submitted, found => found.CorrelateById(context => context.Message.CorrelationId));
        Event(() => Priced, found => found.CorrelateById(context => context.Message.CorrelationId));
        Event(() => Reserved, found => found.CorrelateById(context => context.Message.CorrelationId));
        Initially(When(Submitted).Then(Enrich).ThenAsync(PriceAsync).TransitionTo(Pricing));
        During(Pricing, When(Priced).ThenAsync(ReserveAsync).TransitionTo(Reserving));
        During(Reserving, When(Reserved).Then(Confirm).Finalize());
        SetCompletedWhenFinalized();
    }

    /// <summary>The price is waited for.</summary>
    public State Pricing { get; private set; } = null!;

    /// <summary>The stock is waited for.</summary>
    public State Reserving { get; private set; } = null!;

    /// <summary>An order came in.</summary>
    public Event<OrderSubmitted> Submitted { get; private set; } = null!;

    /// <summary>Its price is known.</summary>
    public Event<OrderPriced> Priced { get; private set; } = null!;

    /// <summary>Its stock is reserved.</summary>
    public Event<StockReserved> Reserved { get; private set; } = null!;

    internal static ConcurrentDictionary<Guid, TaskCompletionSource<Confirmation>> Waiting { get; } = new();

    private static void Enrich(BehaviorContext<OrderSaga, OrderSubmitted> context)
    {
        OrderInput input = JsonSerializer.Deserialize(context.Message.Input, ModelContext.Default.OrderInput)!;
        if (input.Order is not { Id: not null, Customer.Tier: not null, Total: > 0 })
            throw new TaskFailed("Order.Rejected", "The order was rejected");
        (context.Saga.Input, context.Saga.Meta) = (input, new Meta(string.Concat(input.Order.Id, "-", input.Order.Customer.Id), input.Attempt + 1, "web"));
    }

    private async Task PriceAsync(BehaviorContext<OrderSaga, OrderSubmitted> context)
    {
        Order order = context.Saga.Input!.Order!;
        string tier = order.Customer!.Tier!;
        double percent = tier == "gold" && order.Total > 100 || tier == "platinum" ? 10 : 0;
        context.Saga.Pricing = await _tasks.PriceOrderAsync(new PriceRequest(order.Id!, tier, percent, order.Items), context.CancellationToken);
        await context.Publish(new OrderPriced(context.Saga.CorrelationId));
    }

    private async Task ReserveAsync(BehaviorContext<OrderSaga, OrderPriced> context)
    {
        Order order = context.Saga.Input!.Order!;
        ReserveResult reservation = await _tasks.ReserveStockAsync(new ReserveRequest(order.Id!, [.. order.Items.Select(static item => item.Sku!)]), context.CancellationToken);
        if (!reservation.Ok)
            throw new TaskFailed("Order.Rejected", "The order was rejected");
        await context.Publish(new StockReserved(context.Saga.CorrelationId, reservation.Token));
    }

    private static void Confirm(BehaviorContext<OrderSaga, StockReserved> context)
    {
        (Order order, PriceResult pricing) = (context.Saga.Input!.Order!, context.Saga.Pricing!);
        Confirmation confirmation = new(
            order.Id!, $"Order {order.Id} for {order.Customer!.Name}: {pricing.Total} {order.Currency} (saved {pricing.Discount})",
            pricing.Total, pricing.Lines, context.Message.Token, order.Customer.Address, context.Saga.Meta!);
        if (Waiting.TryRemove(context.Saga.CorrelationId, out TaskCompletionSource<Confirmation>? waiting))
            waiting.SetResult(confirmation);
    }
}

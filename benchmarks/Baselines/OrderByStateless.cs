using System.Text.Json;
using Stateless;

namespace Compiled.Benchmarks.Baselines;

/// <summary>W2 as a state machine of the library Stateless: a machine for each order, as its documentation makes them, with the work in entry actions.</summary>
internal static class OrderByStateless
{
    private enum State
    {
        Validate,
        Enrich,
        Tier,
        Price,
        ReserveStock,
        Stocked,
        Confirm,
        Done,
        Rejected,
    }

    private enum Trigger
    {
        Next,
        Reject,
    }

    public static async ValueTask Run(ReadOnlyMemory<byte> input, Output output, IOrderTasks tasks)
    {
        OrderInput data = JsonSerializer.Deserialize(input.Span, ModelContext.Default.OrderInput)!;
        Process process = new(data, data.Order!, tasks);
        Confirmation result = await process.RunAsync().ConfigureAwait(false);
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, result, ModelContext.Default.Confirmation);
        writer.Flush();
    }

    private sealed class Process
    {
        private readonly StateMachine<State, Trigger> _machine = new(State.Validate);
        private readonly OrderInput _input;
        private readonly Order _order;
        private readonly IOrderTasks _tasks;
        private double _percent;
        private Meta? _meta;
        private PriceResult? _pricing;
        private ReserveResult? _reservation;
        private Confirmation? _confirmation;

        public Process(OrderInput input, Order order, IOrderTasks tasks)
        {
            (_input, _order, _tasks) = (input, order, tasks);
            _machine.Configure(State.Validate).Permit(Trigger.Next, State.Enrich).Permit(Trigger.Reject, State.Rejected);
            _machine.Configure(State.Enrich).OnEntry(() => _meta = new Meta(string.Concat(_order.Id, "-", _order.Customer!.Id), _input.Attempt + 1, "web")).Permit(Trigger.Next, State.Tier);
            _machine.Configure(State.Tier)
                .OnEntry(() => _percent = _order.Customer!.Tier == "gold" && _order.Total > 100 || _order.Customer.Tier == "platinum" ? 10 : 0)
                .Permit(Trigger.Next, State.Price);
            _machine.Configure(State.Price)
                .OnEntryAsync(async () => _pricing = await _tasks.PriceOrderAsync(new PriceRequest(_order.Id!, _order.Customer!.Tier!, _percent, _order.Items), default))
                .Permit(Trigger.Next, State.ReserveStock).Permit(Trigger.Reject, State.Rejected);
            _machine.Configure(State.ReserveStock)
                .OnEntryAsync(async () => _reservation = await _tasks.ReserveStockAsync(new ReserveRequest(_order.Id!, [.. _order.Items.Select(static item => item.Sku!)]), default))
                .Permit(Trigger.Next, State.Stocked).Permit(Trigger.Reject, State.Rejected);
            _machine.Configure(State.Stocked).Permit(Trigger.Next, State.Confirm).Permit(Trigger.Reject, State.Rejected);
            _machine.Configure(State.Confirm).OnEntry(Confirm).Permit(Trigger.Next, State.Done);
        }

        public async Task<Confirmation> RunAsync()
        {
            await _machine.FireAsync(_order.Id is not null && _order.Customer?.Tier is not null && _order.Total > 0 ? Trigger.Next : Trigger.Reject).ConfigureAwait(false);
            while (_machine.State is not (State.Done or State.Rejected))
                await _machine.FireAsync(_machine.State == State.Stocked && !_reservation!.Ok ? Trigger.Reject : Trigger.Next).ConfigureAwait(false);
            return _machine.State == State.Done ? _confirmation! : throw new TaskFailed("Order.Rejected", "The order was rejected");
        }

        private void Confirm() => _confirmation = new Confirmation(
            _order.Id!, $"Order {_order.Id} for {_order.Customer!.Name}: {_pricing!.Total} {_order.Currency} (saved {_pricing.Discount})",
            _pricing.Total, _pricing.Lines, _reservation!.Token, _order.Customer.Address, _meta!);
    }
}

using Compiled;

namespace OrderFulfillment;

/// <summary>The tasks of <c>Order.asl.json</c>. The states, the data flow, the retries and the waits are the definition's.</summary>
[StateMachine("Order.asl.json", JsonContext = typeof(OrderJson))]
internal sealed partial class OrderWorkflow(Shop shop)
{
    [TaskHandler("ReserveStock")]
    private Reservation ReserveStock(ReserveRequest request) => shop.Reserve(request);

    [TaskHandler("ReleaseStock")]
    private void ReleaseStock(ReleaseRequest request) => shop.Release(request.Tokens);

    [TaskHandler("ChargeCard")]
    private async Task<Payment> ChargeCardAsync(ChargeRequest request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return shop.Charge(request);
    }

    [TaskHandler("BookShipment")]
    private ValueTask<Shipment> BookShipmentAsync(ShipmentRequest request) => new(new Shipment($"TRACK-{request.OrderId}-{request.Tokens.Count}"));

    [TaskHandler("SendMessage")]
    private Message SendMessage(Message message)
    {
        shop.Mailbox.Add(message);
        return message;
    }
}

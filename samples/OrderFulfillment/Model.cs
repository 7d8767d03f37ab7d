using System.Text.Json.Serialization;

namespace OrderFulfillment;

internal sealed record OrderRequest(Order Order);

internal sealed record Order(string Id, decimal Total, string Card, string Email, string Address, IReadOnlyList<OrderLine> Lines);

internal sealed record OrderLine(string Sku, int Quantity);

internal sealed record ReserveRequest(string OrderId, OrderLine Line, int Position);

internal sealed record Reservation(string Sku, string Token);

internal sealed record ChargeRequest(string OrderId, decimal Amount, string Card);

internal sealed record Payment(string Reference);

internal sealed record ShipmentRequest(string OrderId, string Address, IReadOnlyList<string> Tokens);

internal sealed record Shipment(string Tracking);

internal sealed record Message(string To, string Text);

internal sealed record ReleaseRequest(IReadOnlyList<string> Tokens);

internal sealed record Receipt(string OrderId, string Status, string Tracking, string Paid);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrderRequest))]
[JsonSerializable(typeof(ReserveRequest))]
[JsonSerializable(typeof(Reservation))]
[JsonSerializable(typeof(ChargeRequest))]
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(ShipmentRequest))]
[JsonSerializable(typeof(Shipment))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(ReleaseRequest))]
[JsonSerializable(typeof(Receipt))]
internal sealed partial class OrderJson : JsonSerializerContext;

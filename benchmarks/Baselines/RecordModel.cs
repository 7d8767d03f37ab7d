using System.Text.Json.Serialization;

namespace Compiled.Benchmarks.Baselines;

// W2's types again, as records that nobody can change.

internal sealed record RecordInput(RecordOrder? Order, double Attempt);

internal sealed record RecordOrder(string Id, double Total, string Currency, RecordCustomer? Customer, IReadOnlyList<RecordItem> Items);

internal sealed record RecordCustomer(string Id, string Name, string Tier, RecordAddress? Address);

internal sealed record RecordAddress(string Street, string City, string Zip, string Country);

internal sealed record RecordItem(string Sku, double Qty, double Price);

internal sealed record RecordPriceRequest(string OrderId, string Tier, double Percent, IReadOnlyList<RecordItem> Items);

internal sealed record RecordPrice(string OrderId, double Total, double Discount, IReadOnlyList<Line> Lines, string Engine);

internal sealed record RecordReserveRequest(string OrderId, IReadOnlyList<string> Skus);

internal sealed record RecordConfirmation(string OrderId, string Message, double Payable, IReadOnlyList<Line> Lines, string Token, RecordAddress? ShipTo, Meta Meta);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RecordInput))]
[JsonSerializable(typeof(RecordConfirmation))]
[JsonSerializable(typeof(RecordPriceRequest))]
[JsonSerializable(typeof(RecordPrice))]
[JsonSerializable(typeof(RecordReserveRequest))]
[JsonSerializable(typeof(ReserveResult))]
internal sealed partial class RecordContext : JsonSerializerContext;

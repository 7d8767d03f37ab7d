using System.Text.Json.Serialization;

namespace Compiled.Benchmarks.Baselines;

internal sealed class OrderInput { public Order? Order { get; set; } public double Attempt { get; set; } }

internal sealed class Order
{
    public string? Id { get; set; }
    public double Total { get; set; }
    public string? Currency { get; set; }
    public Customer? Customer { get; set; }
    public List<Item> Items { get; set; } = [];
}

internal sealed class Customer
{
    public string? Id { get; set; }
    public string? Name { get; set; }
    public string? Tier { get; set; }
    public Address? Address { get; set; }
}

internal sealed class Address
{
    public string? Street { get; set; }
    public string? City { get; set; }
    public string? Zip { get; set; }
    public string? Country { get; set; }
}

internal sealed class Item { public string? Sku { get; set; } public double Qty { get; set; } public double Price { get; set; } }

internal sealed record PriceRequest(string OrderId, string Tier, double Percent, List<Item> Items);

internal sealed record Line(string Sku, double Amount);

internal sealed record PriceResult(string OrderId, double Total, double Discount, List<Line> Lines, string Engine);

internal sealed record ReserveRequest(string OrderId, List<string> Skus);

internal sealed record ReserveResult(bool Ok, string Token);

internal sealed record Meta(string Reference, double Attempt, string Channel);

internal sealed record Confirmation(string OrderId, string Message, double Payable, List<Line> Lines, string Token, Address? ShipTo, Meta Meta);

internal sealed record ListedConfirmation(
    string OrderId, string Message, double Payable, double List, List<Line> Lines, string Token, Address? ShipTo, Meta Meta);

internal sealed class HelloInput { public string? Name { get; set; } }

internal sealed record HelloResult(string Message, bool Ok);

internal sealed class JobInput { public string? Id { get; set; } public JobResult? Result { get; set; } }

internal sealed record JobResult(int Attempts);

internal sealed class BatchInput { public List<BatchItem> Items { get; set; } = []; }

internal sealed class BatchItem { public string? Id { get; set; } public double Value { get; set; } }

internal sealed record Shaped(string Id, double Value, double Next, string Size);

internal sealed class FanInput { public string? Id { get; set; } public double N { get; set; } public List<string> Tags { get; set; } = []; }

internal sealed record FanA(string Branch, string Id);

internal sealed record FanB(string Branch, double N);

internal sealed record FanC(string Branch, string Text);

internal sealed record FanD(string Branch, List<string> Tags);

internal sealed record LoopState(double I, double N);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OrderInput))]
[JsonSerializable(typeof(Confirmation))]
[JsonSerializable(typeof(ListedConfirmation))]
[JsonSerializable(typeof(PriceRequest))]
[JsonSerializable(typeof(PriceResult))]
[JsonSerializable(typeof(ReserveRequest))]
[JsonSerializable(typeof(ReserveResult))]
[JsonSerializable(typeof(HelloInput))]
[JsonSerializable(typeof(HelloResult))]
[JsonSerializable(typeof(JobInput))]
[JsonSerializable(typeof(BatchInput))]
[JsonSerializable(typeof(List<Shaped>))]
[JsonSerializable(typeof(FanInput))]
[JsonSerializable(typeof(FanA))]
[JsonSerializable(typeof(FanB))]
[JsonSerializable(typeof(FanC))]
[JsonSerializable(typeof(FanD))]
[JsonSerializable(typeof(LoopState))]
internal sealed partial class ModelContext : JsonSerializerContext;

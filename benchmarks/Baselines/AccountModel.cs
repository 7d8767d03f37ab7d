using System.Text.Json.Serialization;

namespace Compiled.Benchmarks.Baselines;

internal sealed class AccountInput { public Account Account { get; set; } = null!; }

internal sealed class Account
{
    [JsonPropertyName("Account Name")]
    public string Name { get; set; } = "";

    public List<AccountOrder> Order { get; set; } = [];
}

internal sealed class AccountOrder { public string OrderID { get; set; } = ""; public List<Product> Product { get; set; } = []; }

internal sealed class Product
{
    [JsonPropertyName("Product Name")]
    public string Name { get; set; } = "";

    public double ProductID { get; set; }

    public string SKU { get; set; } = "";

    public double Price { get; set; }

    public double Quantity { get; set; }
}

internal sealed record AccountHead([property: JsonPropertyName("name")] string Name, [property: JsonPropertyName("orders")] int Orders, [property: JsonPropertyName("first")] string First);

internal sealed record OrderTotal([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("lines")] int Lines, [property: JsonPropertyName("total")] double Total);

[JsonSerializable(typeof(AccountInput))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(List<double>))]
[JsonSerializable(typeof(AccountHead))]
[JsonSerializable(typeof(List<OrderTotal>))]
[JsonSerializable(typeof(Dictionary<string, double>))]
internal sealed partial class AccountContext : JsonSerializerContext;

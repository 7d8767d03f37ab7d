using System.Text.Json;

namespace Compiled.Benchmarks.Baselines;

/// <summary>The expressions of W7 as LINQ over <see cref="JsonElement"/>: what one writes who has parsed JSON and no types for it.</summary>
internal static class ExpressionsByLinq
{
    public static IReadOnlyDictionary<string, Func<JsonElement, object>> All { get; } = new Dictionary<string, Func<JsonElement, object>>
    {
        ["path"] = static root => Products(root).Select(Sku).ToList(),
        ["filter"] = static root => Products(root).Where(static product => Price(product) > 30).Select(static product => product.GetProperty("ProductID"u8).GetDouble()).ToList(),
        ["map"] = static root => Products(root).Select(static product => Quantity(product) * 2).ToList(),
        ["sum"] = static root => Products(root).Sum(static product => Price(product) * Quantity(product)),
        ["object"] = static root => Head(root.GetProperty("Account"u8)),
        ["sort"] = static root => Products(root).OrderByDescending(Price).ThenBy(Sku, StringComparer.Ordinal).Select(Sku).ToList(),
        ["join"] = static root => string.Join(", ", Products(root).Select(Name)),
        ["regex"] = static root => Products(root).Where(static product => HatPattern.Hat().IsMatch(Name(product))).Select(Sku).ToList(),
        ["reduce"] = static root => Products(root).Select(Price).Aggregate(static (a, b) => a + b),
        ["conditional"] = static root => Products(root).Select(static product => Price(product) > 50 ? "premium" : "basic").ToList(),
        ["groupby"] = static root => Products(root).GroupBy(Name).ToDictionary(static group => group.Key, static group => group.Sum(static product => Price(product) * Quantity(product))),
        ["transform"] = static root => root.GetProperty("Account"u8).GetProperty("Order"u8).EnumerateArray().Select(Total).ToList(),
    };

    private static IEnumerable<JsonElement> Products(JsonElement root) =>
        root.GetProperty("Account"u8).GetProperty("Order"u8).EnumerateArray().SelectMany(static order => order.GetProperty("Product"u8).EnumerateArray());

    private static double Price(JsonElement product) => product.GetProperty("Price"u8).GetDouble();

    private static double Quantity(JsonElement product) => product.GetProperty("Quantity"u8).GetDouble();

    private static string Sku(JsonElement product) => product.GetProperty("SKU"u8).GetString()!;

    private static string Name(JsonElement product) => product.GetProperty("Product Name"u8).GetString()!;

    private static AccountHead Head(JsonElement account)
    {
        JsonElement orders = account.GetProperty("Order"u8);
        return new(account.GetProperty("Account Name"u8).GetString()!, orders.GetArrayLength(), orders[0].GetProperty("OrderID"u8).GetString()!);
    }

    private static OrderTotal Total(JsonElement order)
    {
        JsonElement products = order.GetProperty("Product"u8);
        double total = products.EnumerateArray().Sum(static product => Price(product) * Quantity(product));
        return new(order.GetProperty("OrderID"u8).GetString()!, products.GetArrayLength(), Math.Round(total, 2));
    }
}

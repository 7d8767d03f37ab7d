using Compiled.Benchmarks.Baselines;
using Compiled.Values;

namespace Compiled.Benchmarks;

/// <summary>The tasks of W2 and W6 on JSON values: the same arithmetic as <see cref="OrderTasks"/>.</summary>
internal static class ValueTasks
{
    private static readonly Key s_orderId = Key.Of("orderId"), s_percent = Key.Of("percent"), s_items = Key.Of("items"), s_qty = Key.Of("qty"),
        s_price = Key.Of("price"), s_sku = Key.Of("sku"), s_amount = Key.Of("amount"), s_total = Key.Of("total"), s_discount = Key.Of("discount"),
        s_lines = Key.Of("lines"), s_engine = Key.Of("engine"), s_skus = Key.Of("skus"), s_ok = Key.Of("ok"), s_token = Key.Of("token");

    public static ValueTask<JsonValue> PriceOrderAsync(JsonValue arguments)
    {
        double sum = 0, percent = arguments[s_percent].AsDouble();
        JsonValue items = arguments[s_items];
        var lines = new JsonValue[items.Count];
        int count = 0;
        foreach (JsonValue item in items.Items())
        {
            double amount = item[s_qty].AsDouble() * item[s_price].AsDouble();
            sum += amount;
            lines[count++] = JsonValue.ObjectOf([new(s_sku, item[s_sku]), new(s_amount, JsonValue.Number(OrderTasks.Round2(amount)))]);
        }
        double discount = Math.Floor(sum * percent / 100 + 0.5);
        return new(JsonValue.ObjectOf(
        [
            new(s_orderId, arguments[s_orderId]),
            new(s_total, JsonValue.Number(OrderTasks.Round2(sum - discount))),
            new(s_discount, JsonValue.Number(discount)),
            new(s_lines, JsonValue.ArrayOf(lines)),
            new(s_engine, "p1"),
        ]));
    }

    /// <summary>The same after others had their turn.</summary>
    public static async ValueTask<JsonValue> PriceOrderLaterAsync(JsonValue arguments)
    {
        await Task.Yield();
        return await PriceOrderAsync(arguments);
    }

    public static ValueTask<JsonValue> ReserveStockAsync(JsonValue arguments)
        => new(JsonValue.ObjectOf([new(s_ok, true), new(s_token, $"rsv-{arguments[s_orderId].AsString()}-{arguments[s_skus].Count}")]));
}

using System.Text.Json;

namespace Compiled.Benchmarks.Baselines;

/// <summary>W2 by hand on a parsed <see cref="JsonElement"/>, without types of the order's own: the tasks are computed in place.</summary>
internal static class OrderByElements
{
    public static void Run(ReadOnlyMemory<byte> input, Output output)
    {
        using JsonDocument document = JsonDocument.Parse(input);
        JsonElement root = document.RootElement;
        if (!root.TryGetProperty("order", out JsonElement order) || !order.TryGetProperty("id", out JsonElement id)
            || !order.TryGetProperty("customer", out JsonElement customer) || !customer.TryGetProperty("tier", out JsonElement tier)
            || !order.TryGetProperty("total", out JsonElement total) || total.GetDouble() <= 0)
            throw new TaskFailed("Order.Rejected", "The order was rejected");
        double percent = tier.ValueEquals("gold"u8) && total.GetDouble() > 100 || tier.ValueEquals("platinum"u8) ? 10 : 0, sum = 0;
        JsonElement items = order.GetProperty("items");
        foreach (JsonElement item in items.EnumerateArray())
            sum += Amount(item);
        double discount = Math.Floor(sum * percent / 100 + 0.5), payable = OrderTasks.Round2(sum - discount);
        string orderId = id.GetString()!;
        Utf8JsonWriter writer = output.Writer();
        writer.WriteStartObject();
        writer.WriteString("orderId"u8, orderId);
        writer.WriteString("message"u8, $"Order {orderId} for {customer.GetProperty("name").GetString()}: {payable} {order.GetProperty("currency").GetString()} (saved {discount})");
        writer.WriteNumber("payable"u8, payable);
        writer.WriteStartArray("lines"u8);
        foreach (JsonElement item in items.EnumerateArray())
        {
            writer.WriteStartObject();
            writer.WritePropertyName("sku"u8);
            item.GetProperty("sku").WriteTo(writer);
            writer.WriteNumber("amount"u8, OrderTasks.Round2(Amount(item)));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("token"u8, $"rsv-{orderId}-{items.GetArrayLength()}");
        writer.WritePropertyName("shipTo"u8);
        customer.GetProperty("address").WriteTo(writer);
        writer.WriteStartObject("meta"u8);
        writer.WriteString("reference"u8, $"{orderId}-{customer.GetProperty("id").GetString()}");
        writer.WriteNumber("attempt"u8, root.GetProperty("attempt").GetDouble() + 1);
        writer.WriteString("channel"u8, "web"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static double Amount(JsonElement item) => item.GetProperty("qty").GetDouble() * item.GetProperty("price").GetDouble();
}

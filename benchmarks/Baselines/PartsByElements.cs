using System.Text.Json;

namespace Compiled.Benchmarks.Baselines;

/// <summary>The parts of a workflow by hand on the <see cref="JsonElement"/> of an order that was parsed.</summary>
internal static class PartsByElements
{
    public static void Path(JsonElement root, Output output)
    {
        Utf8JsonWriter writer = output.Writer();
        WriteSkus(root.GetProperty("order"), writer);
        writer.Flush();
    }

    public static void Choice(JsonElement root, Output output)
    {
        if (!root.TryGetProperty("order", out JsonElement order) || !order.TryGetProperty("customer", out JsonElement customer) || !customer.TryGetProperty("tier", out JsonElement tier))
            throw new TaskFailed("States.NoChoiceMatched", "");
        double total = order.GetProperty("total").GetDouble();
        if (total <= 0 || !tier.ValueEquals("platinum"u8) && !(tier.ValueEquals("gold"u8) && total > 100))
            throw new TaskFailed("States.NoChoiceMatched", "");
        Utf8JsonWriter writer = output.Writer();
        order.GetProperty("id").WriteTo(writer);
        writer.Flush();
    }

    public static void Template(JsonElement root, Output output)
    {
        JsonElement order = root.GetProperty("order"), customer = order.GetProperty("customer");
        Utf8JsonWriter writer = output.Writer();
        writer.WriteStartObject();
        writer.WritePropertyName("orderId"u8);
        order.GetProperty("id").WriteTo(writer);
        writer.WriteStartObject("customer"u8);
        writer.WritePropertyName("name"u8);
        customer.GetProperty("name").WriteTo(writer);
        writer.WritePropertyName("shipTo"u8);
        customer.GetProperty("address").WriteTo(writer);
        writer.WriteString("kind"u8, "person"u8);
        writer.WriteEndObject();
        writer.WritePropertyName("skus"u8);
        WriteSkus(order, writer);
        writer.WriteString("channel"u8, "web"u8);
        writer.WriteStartArray("flags"u8);
        writer.WriteStringValue("new"u8);
        writer.WriteStringValue("checked"u8);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    public static void Intrinsics(JsonElement root, Output output)
    {
        JsonElement order = root.GetProperty("order"), customer = order.GetProperty("customer");
        Utf8JsonWriter writer = output.Writer();
        writer.WriteStartObject();
        writer.WriteString("text"u8, $"{order.GetProperty("id").GetString()}-{customer.GetProperty("id").GetString()}");
        writer.WriteNumber("next"u8, root.GetProperty("attempt").GetDouble() + 1);
        writer.WriteNumber("count"u8, order.GetProperty("items").GetArrayLength());
        writer.WriteStartArray("parts"u8);
        foreach (string part in customer.GetProperty("email").GetString()!.Split('@'))
            writer.WriteStringValue(part);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
    }

    /// <summary>A whole pass of <see cref="Utf8JsonReader"/>; what is the least that any parser does.</summary>
    public static int Tokens(ReadOnlySpan<byte> input)
    {
        Utf8JsonReader reader = new(input);
        int tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    private static void WriteSkus(JsonElement order, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        foreach (JsonElement item in order.GetProperty("items").EnumerateArray())
            item.GetProperty("sku").WriteTo(writer);
        writer.WriteEndArray();
    }
}

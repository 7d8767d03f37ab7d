using System.Text.Json;

namespace Compiled.Benchmarks.Baselines;

/// <summary>W2 by hand in one pass of <see cref="Utf8JsonReader"/>: only what the order's logic needs is kept, for this one form of input.</summary>
internal static class OrderByReader
{
    private const int MostItems = 64;

    public static void Run(ReadOnlySpan<byte> input, Output output)
    {
        Utf8JsonReader reader = new(input);
        string? id = null, currency = null, customerId = null, name = null;
        bool isGold = false, isPlatinum = false, hasTier = false;
        double total = 0, attempt = 0, sum = 0;
        Range address = default;
        List<(string Sku, double Amount)> lines = new(8);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            int depth = reader.CurrentDepth;
            if (depth == 1 && reader.ValueTextEquals("attempt"u8))
                attempt = Number(ref reader);
            else if (depth == 1 && !reader.ValueTextEquals("order"u8))
                reader.Skip();
            else if (depth == 2 && reader.ValueTextEquals("id"u8))
                id = Text(ref reader);
            else if (depth == 2 && reader.ValueTextEquals("total"u8))
                total = Number(ref reader);
            else if (depth == 2 && reader.ValueTextEquals("currency"u8))
                currency = Text(ref reader);
            else if (depth == 2 && reader.ValueTextEquals("items"u8))
                sum = Items(ref reader, lines);
            else if (depth == 2 && !reader.ValueTextEquals("customer"u8))
                reader.Skip();
            else if (depth == 3 && reader.ValueTextEquals("id"u8))
                customerId = Text(ref reader);
            else if (depth == 3 && reader.ValueTextEquals("name"u8))
                name = Text(ref reader);
            else if (depth == 3 && reader.ValueTextEquals("tier"u8))
            {
                reader.Read();
                (hasTier, isGold, isPlatinum) = (true, reader.ValueTextEquals("gold"u8), reader.ValueTextEquals("platinum"u8));
            }
            else if (depth == 3 && reader.ValueTextEquals("address"u8))
            {
                reader.Read();
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                address = start..(int)reader.BytesConsumed;
            }
            else if (depth == 3)
                reader.Skip();
        }

        if (id is null || !hasTier || total <= 0 || lines.Count > MostItems)
            throw new TaskFailed("Order.Rejected", "The order was rejected");
        double discount = Math.Floor(sum * (isGold && total > 100 || isPlatinum ? 10 : 0) / 100 + 0.5);
        Write(output.Writer(), input[address], id, customerId, name, currency, attempt, OrderTasks.Round2(sum - discount), discount, lines);
    }

    private static void Write(
        Utf8JsonWriter writer, ReadOnlySpan<byte> address, string id, string? customerId, string? name, string? currency, double attempt, double payable, double discount,
        List<(string Sku, double Amount)> lines)
    {
        writer.WriteStartObject();
        writer.WriteString("orderId"u8, id);
        writer.WriteString("message"u8, $"Order {id} for {name}: {payable} {currency} (saved {discount})");
        writer.WriteNumber("payable"u8, payable);
        writer.WriteStartArray("lines"u8);
        foreach ((string sku, double amount) in lines)
        {
            writer.WriteStartObject();
            writer.WriteString("sku"u8, sku);
            writer.WriteNumber("amount"u8, amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("token"u8, $"rsv-{id}-{lines.Count}");
        writer.WritePropertyName("shipTo"u8);
        writer.WriteRawValue(address, skipInputValidation: true);
        writer.WriteStartObject("meta"u8);
        writer.WriteString("reference"u8, $"{id}-{customerId}");
        writer.WriteNumber("attempt"u8, attempt + 1);
        writer.WriteString("channel"u8, "web"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private static double Items(ref Utf8JsonReader reader, List<(string Sku, double Amount)> lines)
    {
        reader.Read();
        double sum = 0, qty = 0, price = 0;
        string? sku = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                sum += qty * price;
                lines.Add((sku!, OrderTasks.Round2(qty * price)));
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("sku"u8))
                    sku = Text(ref reader);
                else if (reader.ValueTextEquals("qty"u8))
                    qty = Number(ref reader);
                else if (reader.ValueTextEquals("price"u8))
                    price = Number(ref reader);
                else
                    reader.Skip();
            }
        }

        return sum;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static double Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetDouble();
    }
}

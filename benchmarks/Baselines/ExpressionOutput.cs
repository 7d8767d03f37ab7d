using System.Text.Json;

namespace Compiled.Benchmarks.Baselines;

/// <summary>Writes what the hand-written expressions of W7 give.</summary>
internal static class ExpressionOutput
{
    public static void Write(object value, Output output)
    {
        Utf8JsonWriter writer = output.Writer();
        switch (value)
        {
            case List<string> texts: JsonSerializer.Serialize(writer, texts, AccountContext.Default.ListString); break;
            case List<double> numbers: JsonSerializer.Serialize(writer, numbers, AccountContext.Default.ListDouble); break;
            case string text: writer.WriteStringValue(text); break;
            case double number: writer.WriteNumberValue(number); break;
            case AccountHead head: JsonSerializer.Serialize(writer, head, AccountContext.Default.AccountHead); break;
            case List<OrderTotal> totals: JsonSerializer.Serialize(writer, totals, AccountContext.Default.ListOrderTotal); break;
            case Dictionary<string, double> sums: JsonSerializer.Serialize(writer, sums, AccountContext.Default.DictionaryStringDouble); break;
            default: throw new ArgumentException($"Nothing here writes a '{value.GetType()}'.", nameof(value));
        }
        writer.Flush();
    }
}

using System.Text.Json;
using Compiled.History;

namespace Compiled.WebConsole.Model;

/// <summary>What <see cref="ExecutionModel"/> needs of one event. Inputs and outputs are passed over without being turned into text.</summary>
internal struct EventFacts
{
    public int Id;
    public int Previous;
    public HistoryEventType Type;
    public long Ticks;
    public string? Name;
    public string? Resource;
    public string? Error;
    public string? Cause;
    public string? MapRunArn;
    public int Number;

    /// <summary>Reads an event in AWS's JSON form.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static EventFacts Read(ReadOnlySpan<byte> json)
    {
        EventFacts facts = default;
        Utf8JsonReader reader = new(json);
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.CurrentDepth == 1)
                facts.ReadHead(ref reader);
            else if (reader.CurrentDepth == 2)
                facts.ReadDetail(ref reader);
        }

        return facts;
    }

    private void ReadHead(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("id"u8))
            Id = NextInt(ref reader);
        else if (reader.ValueTextEquals("previousEventId"u8))
            Previous = NextInt(ref reader);
        else if (reader.ValueTextEquals("timestamp"u8))
        {
            reader.Read();
            Ticks = DateTimeOffset.UnixEpoch.UtcTicks + (long)(reader.GetDecimal() * TimeSpan.TicksPerSecond);
        }
        else if (reader.ValueTextEquals("type"u8))
        {
            string type = NextText(ref reader)!;
            Type = Enum.TryParse(type, out HistoryEventType known) ? known : throw new JsonException($"'{type}' is no type of events.");
        }
    }

    private void ReadDetail(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("name"u8) || reader.ValueTextEquals("state"u8))
            Name = NextText(ref reader);
        else if (reader.ValueTextEquals("resource"u8))
            Resource = NextText(ref reader);
        else if (reader.ValueTextEquals("error"u8))
            Error = NextText(ref reader);
        else if (reader.ValueTextEquals("cause"u8))
            Cause = NextText(ref reader);
        else if (reader.ValueTextEquals("mapRunArn"u8))
            MapRunArn = NextText(ref reader);
        else if (reader.ValueTextEquals("index"u8) || reader.ValueTextEquals("length"u8) || reader.ValueTextEquals("redriveCount"u8))
            Number = NextInt(ref reader);
        else if (reader.Read())
            reader.TrySkip();
    }

    private static int NextInt(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value) ? value : 0;
    }

    private static string? NextText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
    }
}

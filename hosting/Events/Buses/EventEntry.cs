using System.Text;
using Compiled.Values;

namespace Compiled.Events.Buses;

/// <summary>One entry of <c>PutEvents</c>. FEATURES T-100, T-102, E-052.</summary>
internal static class EventEntry
{
    private static readonly Key
        Source = Key.Of("Source"), DetailType = Key.Of("DetailType"), Detail = Key.Of("Detail"), Resources = Key.Of("Resources"), Time = Key.Of("Time"),
        ErrorCode = Key.Of("ErrorCode"), ErrorMessage = Key.Of("ErrorMessage");

    /// <summary>The event, or the answer that says why there is none.</summary>
    public static (JsonValue Event, JsonValue Failure) Build(in JsonValue entry, EventBus bus)
    {
        foreach (Key required in (ReadOnlySpan<Key>)[Source, DetailType, Detail])
        {
            if (entry[required] is not { IsString: true } text || text.AsString().Length == 0)
                return (default, Failure("InvalidArgument", $"Parameter {required.Name} is not valid. Reason: {required.Name} is a required argument."));
        }

        if (!JsonValue.TryParse(Encoding.UTF8.GetBytes(entry[Detail].AsString()), out JsonValue detail, out _) || !detail.IsObject)
            return (default, Failure("MalformedDetail", "Detail is malformed."));
        DateTimeOffset? time = TimeOf(entry[Time]);
        return (bus.EventOf(entry[Source].AsString(), entry[DetailType].AsString(), in detail, entry[Resources], time), default);
    }

    // The API has seconds since 1970, a state's parameters a text.
    private static DateTimeOffset? TimeOf(in JsonValue time)
        => time.IsNumber && time.TryGetDouble(out double seconds) && Math.Abs(seconds) < 1e11 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : time.IsString && DateTimeOffset.TryParse(
                time.AsString(), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed) ? parsed
            : null;

    private static JsonValue Failure(string code, string message) => JsonValue.Object(new(ErrorCode, code), new(ErrorMessage, message));
}

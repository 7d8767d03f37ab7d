using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The outcome of an effect, or another thing that happened outside, as a value.</summary>
public readonly struct Signal
{
    /// <summary>Makes a signal; <paramref name="time"/> is left out where no history is kept.</summary>
    public Signal(SignalKind kind, int effect = 0, JsonValue value = default, DateTimeOffset time = default)
        : this(kind, effect, value, time.UtcTicks)
    {
    }

    internal Signal(SignalKind kind, int effect, in JsonValue value, long ticks)
        => (Kind, Effect, Value, Ticks) = (kind, effect, value, ticks);

    /// <summary>What happened.</summary>
    public SignalKind Kind { get; }

    /// <summary>The id of the effect that this answers; 0 for none.</summary>
    public int Effect { get; }

    /// <summary>The result, or a failure; missing where the kind has none.</summary>
    public JsonValue Value { get; }

    /// <summary>When it happened; the default where nobody asked.</summary>
    public DateTimeOffset Time => new(Ticks, TimeSpan.Zero);

    internal long Ticks { get; }
}

using Compiled.Values;

namespace Compiled.Execution;

/// <summary>
/// A signal as a journal keeps it. The records of an execution, with its start, are all that folding needs: what the host itself
/// decides by rule (when other flows go on, that a checkpoint passed) is not kept.
/// </summary>
/// <param name="Kind">What happened.</param>
/// <param name="Effect">The effect that it answers; 0 for none.</param>
/// <param name="Value">The result, or a failure; missing for none.</param>
/// <param name="Time">When it happened.</param>
/// <param name="Inline">
/// The signal was fed as soon as the effect was handed out, before other flows went on; otherwise once nothing was ready.
/// </param>
public readonly record struct SignalRecord(SignalKind Kind, int Effect, JsonValue Value, DateTimeOffset Time, bool Inline)
{
    private static readonly Key
        KindKey = Key.Of("k"), EffectKey = Key.Of("e"), TimeKey = Key.Of("t"), InlineKey = Key.Of("i"), ValueKey = Key.Of("v"), FaultKey = Key.Of("f"),
        ErrorKey = Key.Of("Error"), CauseKey = Key.Of("Cause");

    /// <summary>The record of a signal that was fed.</summary>
    public SignalRecord(in Signal signal, bool inline)
        : this(signal.Kind, signal.Effect, signal.Value, signal.Time, inline)
    {
    }

    /// <summary>The signal to feed again.</summary>
    public Signal ToSignal() => new(Kind, Effect, Value, Time);

    /// <summary>
    /// The record as compact JSON: <c>k</c> kind, <c>e</c> effect, <c>t</c> UTC ticks, <c>i</c> inline, <c>v</c> value or <c>f</c>
    /// fault; members that say nothing are left out.
    /// </summary>
    public byte[] ToUtf8()
    {
        List<JsonProperty> members = [new(KindKey, (int)Kind)];
        if (Effect != 0)
            members.Add(new(EffectKey, Effect));
        if (Time != default)
            members.Add(new(TimeKey, Time.UtcTicks));
        if (Inline)
            members.Add(new(InlineKey, true));
        if (Value.AsFault is { } fault)
            members.Add(new(FaultKey, FaultToJson(fault)));
        else if (!Value.IsMissing)
            members.Add(new(ValueKey, Value));
        return JsonValue.ObjectOf([.. members]).ToUtf8();
    }

    /// <summary>Reads what <see cref="ToUtf8"/> wrote.</summary>
    public static SignalRecord Parse(ReadOnlySpan<byte> utf8)
    {
        JsonValue record = JsonValue.Parse(utf8);
        JsonValue value = record[FaultKey].IsObject ? JsonValue.Failure(FaultFromJson(record[FaultKey])) : record[ValueKey];
        return new SignalRecord(
            (SignalKind)Whole(record[KindKey]), (int)Whole(record[EffectKey]), value, new DateTimeOffset(Whole(record[TimeKey]), TimeSpan.Zero), record[InlineKey].IsTrue);
    }

    private static JsonValue FaultToJson(Fault fault)
    {
        List<JsonProperty> members = [];
        if (fault.Error is not null)
            members.Add(new(ErrorKey, fault.Error));
        if (fault.Cause is not null)
            members.Add(new(CauseKey, fault.Cause));
        return JsonValue.ObjectOf([.. members]);
    }

    private static Fault FaultFromJson(in JsonValue fault)
        => new(fault[ErrorKey].IsString ? fault[ErrorKey].AsString() : null, fault[CauseKey].IsString ? fault[CauseKey].AsString() : null);

    private static long Whole(in JsonValue number) => number.TryGetInt64(out long value) ? value : 0;
}

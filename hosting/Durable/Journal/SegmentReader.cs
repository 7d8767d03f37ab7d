using System.Text;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Durable.Journal;

/// <summary>
/// Reads what a <see cref="SegmentWriter"/> wrote, in the same order. Values are parsed when something of them is wanted, so that what is passed over costs
/// its structure alone.
/// </summary>
/// <param name="bytes">The segment.</param>
internal ref struct SegmentReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly List<StoredValue> _values = [];
    private readonly List<string> _texts = [];
    private int _at;
    private long _ticks;

    public ExecutionStart Start()
    {
        ValuePlace input = Value();
        return ExecutionStart.Parse(Bytes()) with { Input = ValueAt(input) };
    }

    public void PassStart()
    {
        Value();
        Bytes();
    }

    public SignalRecord Signal()
    {
        (SignalKind kind, int effect, DateTimeOffset time, ValuePlace value) = SignalParts();
        return new SignalRecord(kind, effect, ValueAt(value), time, Inline: false);
    }

    public void PassSignal() => SignalParts();

    public HistoryEvent Event(int id) => EventOf(id, Parts(), withData: true);

    /// <summary>An event without its input, output or variables; an error is there.</summary>
    public HistoryEvent EventWithoutData(int id) => EventOf(id, Parts(), withData: false);

    public void PassEvent() => Parts();

    public long Number()
    {
        ulong number = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte next = Byte();
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return (long)number;
        }

        throw CutOff();
    }

    public byte Byte() => _at < _bytes.Length ? _bytes[_at++] : throw CutOff();

    private (SignalKind Kind, int Effect, DateTimeOffset Time, ValuePlace Value) SignalParts()
    {
        SignalKind kind = (SignalKind)Byte();
        int effect = (int)Number();
        DateTimeOffset time = new(Ticks(), TimeSpan.Zero);
        return (kind, effect, time, Value());
    }

    // What an event consists of, read in the order in which it was written; nothing is made of it yet.
    private EventParts Parts()
    {
        EventParts parts = new() { Type = (HistoryEventType)Byte(), Flags = Byte(), Distance = Signed(), Ticks = Ticks(), Value = Value() };
        if ((parts.Flags & SegmentParts.HasNumber) != 0)
            parts.Number = (int)Number();
        if (parts.Subject != SegmentParts.Subject.None)
            parts.Name = Text();
        if (parts.Subject == SegmentParts.Subject.Task)
        {
            (parts.Resource, parts.Service, parts.Action) = (Text(), Text(), Text());
            (parts.Kind, parts.Pattern) = ((ResourceKind)Byte(), (IntegrationPattern)Byte());
        }

        switch (parts.More)
        {
            case SegmentParts.More.Text:
                parts.MoreText = Text();
                break;
            case SegmentParts.More.Assigned:
                parts.MoreValue = Value();
                break;
            case SegmentParts.More.Scheduled:
                (parts.MoreText, parts.TimeoutSeconds, parts.HeartbeatSeconds, parts.MoreValue) = (Text(), Number(), Number(), Value());
                break;
        }

        if ((parts.Flags & SegmentParts.HasQualifier) != 0)
            (parts.VersionArn, parts.AliasArn) = (Text(), Text());
        return parts;
    }

    private readonly HistoryEvent EventOf(int id, in EventParts parts, bool withData)
    {
        JsonValue value = withData || parts.Value.Form == SegmentParts.Failure ? ValueAt(parts.Value) : default;
        object? subject = parts.Subject switch
        {
            SegmentParts.Subject.Text => parts.Name,
            SegmentParts.Subject.Name => new StateInfo(parts.Name!, StateType.Pass),
            SegmentParts.Subject.Task => new StateInfo(parts.Name!, StateType.Task)
            {
                Resource = parts.Resource!,
                ResourceService = parts.Service!,
                ResourceAction = parts.Action!,
                ResourceKind = parts.Kind,
                Pattern = parts.Pattern,
            },
            _ => null,
        };
        object? more = !withData ? null : parts.More switch
        {
            SegmentParts.More.Text => parts.MoreText,
            SegmentParts.More.Assigned => new AssignedVariables(ValueAt(parts.MoreValue)),
            SegmentParts.More.Scheduled => new ScheduledDetails(parts.MoreText!, parts.TimeoutSeconds, parts.HeartbeatSeconds, ValueAt(parts.MoreValue)),
            _ => null,
        };
        if (withData && parts.VersionArn is not null)
            more = new Qualifier(parts.VersionArn, parts.AliasArn);
        return new HistoryEvent(id, id - (int)parts.Distance, parts.Type, parts.Ticks, in value, subject, more, parts.Number);
    }

    private long Signed()
    {
        long number = Number();
        return (long)((ulong)number >> 1) ^ -(number & 1);
    }

    private long Ticks() => _ticks += Signed();

    private ReadOnlySpan<byte> Bytes()
    {
        (int start, int length) = Range(Number());
        return _bytes.Slice(start, length);
    }

    private (int Start, int Length) Range(long length)
    {
        if (length < 0 || length > _bytes.Length - _at)
            throw CutOff();
        int start = _at;
        _at += (int)length;
        return (start, (int)length);
    }

    private string? Text()
    {
        long length = Number();
        switch (length)
        {
            case 0:
                return null;
            case 1:
                return _texts[At(_texts.Count, Number())];
            default:
                (int start, int count) = Range(length - 2);
                string text = Encoding.UTF8.GetString(_bytes.Slice(start, count));
                _texts.Add(text);
                return text;
        }
    }

    private ValuePlace Value()
    {
        byte form = Byte();
        switch (form)
        {
            case SegmentParts.Missing:
                return default;
            case SegmentParts.Failure:
                return new ValuePlace(form, 0, Text(), Text());
            case SegmentParts.Again:
                return new ValuePlace(form, At(_values.Count, Number()));
            case SegmentParts.Json:
                (int start, int length) = Range(Number());
                _values.Add(new StoredValue(start, length));
                return new ValuePlace(form, _values.Count - 1);
            default:
                throw CutOff();
        }
    }

    private readonly JsonValue ValueAt(in ValuePlace place)
    {
        if (place.Form == SegmentParts.Failure)
            return JsonValue.Failure(new Fault(place.Error, place.Cause));
        if (place.Form == SegmentParts.Missing)
            return default;
        StoredValue stored = _values[place.Index];
        if (stored.Parsed.IsMissing)
            _values[place.Index] = stored = stored with { Parsed = JsonValue.Parse(_bytes.Slice(stored.Start, stored.Length)) };
        return stored.Parsed;
    }

    private static int At(int count, long index) => index >= 0 && index < count ? (int)index : throw CutOff();

    private static InvalidDataException CutOff() => new("A segment is cut off or damaged.");

    private readonly record struct StoredValue(int Start, int Length, JsonValue Parsed = default);

    private readonly record struct ValuePlace(byte Form, int Index, string? Error = null, string? Cause = null);

    private struct EventParts
    {
        public HistoryEventType Type;
        public int Flags;
        public long Distance;
        public long Ticks;
        public ValuePlace Value;
        public int Number;
        public string? Name;
        public string? Resource;
        public string? Service;
        public string? Action;
        public ResourceKind Kind;
        public IntegrationPattern Pattern;
        public string? MoreText;
        public ValuePlace MoreValue;
        public long TimeoutSeconds;
        public long HeartbeatSeconds;
        public string? VersionArn;
        public string? AliasArn;

        public readonly SegmentParts.Subject Subject => (SegmentParts.Subject)(Flags & 3);

        public readonly SegmentParts.More More => (SegmentParts.More)(Flags >> 2 & 3);
    }
}

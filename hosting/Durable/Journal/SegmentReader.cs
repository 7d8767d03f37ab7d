using System.Text;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Durable.Journal;

/// <summary>Reads what a <see cref="SegmentWriter"/> wrote, in the same order.</summary>
/// <param name="bytes">The bytes that are left.</param>
internal ref struct SegmentReader(ReadOnlySpan<byte> bytes)
{
    private readonly List<JsonValue> _values = [];
    private readonly List<string> _texts = [];
    private ReadOnlySpan<byte> _bytes = bytes;
    private long _ticks;

    public ExecutionStart Start()
    {
        JsonValue input = Value();
        return ExecutionStart.Parse(Bytes()) with { Input = input };
    }

    public SignalRecord Signal()
    {
        SignalKind kind = (SignalKind)Byte();
        int effect = (int)Number();
        DateTimeOffset time = new(Ticks(), TimeSpan.Zero);
        return new SignalRecord(kind, effect, Value(), time, Inline: false);
    }

    public HistoryEvent Event(int id)
    {
        HistoryEventType type = (HistoryEventType)Byte();
        int flags = Byte(), previous = id - (int)Signed();
        long ticks = Ticks();
        JsonValue value = Value();
        int number = (flags & SegmentParts.HasNumber) != 0 ? (int)Number() : 0;
        object? subject = (SegmentParts.Subject)(flags & 3) switch
        {
            SegmentParts.Subject.Text => Text(),
            SegmentParts.Subject.Name => new StateInfo(Text()!, StateType.Pass),
            SegmentParts.Subject.Task => Task(),
            _ => null,
        };
        object? more = (SegmentParts.More)(flags >> 2 & 3) switch
        {
            SegmentParts.More.Text => Text(),
            SegmentParts.More.Assigned => new AssignedVariables(Value()),
            SegmentParts.More.Scheduled => Scheduled(),
            _ => null,
        };
        if ((flags & SegmentParts.HasQualifier) != 0)
            more = new Qualifier(Text()!, Text());
        return new HistoryEvent(id, previous, type, ticks, in value, subject, more, number);
    }

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

    public byte Byte()
    {
        if (_bytes.IsEmpty)
            throw CutOff();
        byte first = _bytes[0];
        _bytes = _bytes[1..];
        return first;
    }

    private StateInfo Task() => new(Text()!, StateType.Task)
    {
        Resource = Text()!,
        ResourceService = Text()!,
        ResourceAction = Text()!,
        ResourceKind = (ResourceKind)Byte(),
        Pattern = (IntegrationPattern)Byte(),
    };

    private ScheduledDetails Scheduled()
    {
        string region = Text()!;
        long timeout = Number(), heartbeat = Number();
        return new ScheduledDetails(region, timeout, heartbeat, Value());
    }

    private long Signed()
    {
        long number = Number();
        return (long)((ulong)number >> 1) ^ -(number & 1);
    }

    private long Ticks() => _ticks += Signed();

    private ReadOnlySpan<byte> Bytes() => Bytes(Number());

    private ReadOnlySpan<byte> Bytes(long length)
    {
        if (length < 0 || length > _bytes.Length)
            throw CutOff();
        ReadOnlySpan<byte> part = _bytes[..(int)length];
        _bytes = _bytes[(int)length..];
        return part;
    }

    private string? Text()
    {
        long length = Number();
        switch (length)
        {
            case 0:
                return null;
            case 1:
                return At(_texts, Number());
            default:
                string text = Encoding.UTF8.GetString(Bytes(length - 2));
                _texts.Add(text);
                return text;
        }
    }

    private JsonValue Value()
    {
        switch (Byte())
        {
            case SegmentParts.Missing:
                return default;
            case SegmentParts.Failure:
                return JsonValue.Failure(new Fault(Text(), Text()));
            case SegmentParts.Again:
                return At(_values, Number());
            case SegmentParts.Json:
                JsonValue value = JsonValue.Parse(Bytes());
                _values.Add(value);
                return value;
            default:
                throw CutOff();
        }
    }

    private static T At<T>(List<T> written, long index) => index >= 0 && index < written.Count ? written[(int)index] : throw CutOff();

    private static InvalidDataException CutOff() => new("A segment is cut off or damaged.");
}

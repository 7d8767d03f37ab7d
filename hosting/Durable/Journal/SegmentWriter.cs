using System.Buffers;
using System.Text;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Durable.Journal;

/// <summary>
/// Writes the parts of a segment. Most values stand in a segment several times, as a task's result, its event's output and the next state's input;
/// each is written once and then referred to. So are texts.
/// </summary>
internal sealed class SegmentWriter(ArrayBufferWriter<byte> writer)
{
    // How far back is looked for what was written before: what is referred to again is near.
    private const int LookBack = 16;

    private readonly List<JsonValue> _values = [];
    private readonly List<string> _texts = [];
    private long _ticks;

    public void Start(in ExecutionStart start)
    {
        Value(start.Input);
        Bytes((start with { Input = JsonValue.Null }).ToUtf8());
    }

    public void Signal(in SignalRecord signal)
    {
        Byte((byte)signal.Kind);
        Number(signal.Effect);
        Ticks(signal.Time.UtcTicks);
        Value(signal.Value);
    }

    public void Event(in HistoryEvent recorded)
    {
        SegmentParts.Subject subject = SegmentParts.SubjectOf(in recorded);
        SegmentParts.More more = SegmentParts.MoreOf(in recorded);
        Byte((byte)recorded.Type);
        Qualifier? qualifier = recorded.More as Qualifier;
        Byte((byte)((int)subject | (int)more << 2 | (recorded.Number != 0 ? SegmentParts.HasNumber : 0) | (qualifier is not null ? SegmentParts.HasQualifier : 0)));
        Signed(recorded.Id - recorded.PreviousEventId);
        Ticks(recorded.Timestamp.UtcTicks);
        Value(recorded.Value);
        if (recorded.Number != 0)
            Number(recorded.Number);
        switch (subject)
        {
            case SegmentParts.Subject.Text:
                Text((string)recorded.Subject!);
                break;
            case SegmentParts.Subject.Name:
                Text(recorded.StateName);
                break;
            case SegmentParts.Subject.Task:
                StateInfo state = (StateInfo)recorded.Subject!;
                Text(state.Name);
                Text(state.Resource);
                Text(state.ResourceService);
                Text(state.ResourceAction);
                Byte((byte)state.ResourceKind);
                Byte((byte)state.Pattern);
                break;
        }

        switch (more)
        {
            case SegmentParts.More.Text:
                Text((string)recorded.More!);
                break;
            case SegmentParts.More.Assigned:
                Value(((AssignedVariables)recorded.More!).Variables);
                break;
            case SegmentParts.More.Scheduled:
                ScheduledDetails details = (ScheduledDetails)recorded.More!;
                Text(details.Region);
                Number(details.TimeoutSeconds);
                Number(details.HeartbeatSeconds);
                Value(details.Credentials);
                break;
        }

        if (qualifier is not null)
        {
            Text(qualifier.VersionArn);
            Text(qualifier.AliasArn);
        }
    }

    /// <summary>A number from 0, seven bits a byte, the lowest first.</summary>
    public void Number(long number)
    {
        Span<byte> span = writer.GetSpan(10);
        int count = 0;
        for (ulong rest = (ulong)number; ; rest >>= 7)
        {
            span[count++] = (byte)(rest < 0x80 ? rest : rest | 0x80);
            if (rest < 0x80)
                break;
        }

        writer.Advance(count);
    }

    public void Byte(byte value)
    {
        writer.GetSpan(1)[0] = value;
        writer.Advance(1);
    }

    private void Signed(long number) => Number(number << 1 ^ number >> 63);

    private void Ticks(long ticks)
    {
        Signed(ticks - _ticks);
        _ticks = ticks;
    }

    private void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        writer.Write(bytes);
    }

    private void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        for (int i = _texts.Count - 1; i >= 0 && i >= _texts.Count - LookBack; i--)
        {
            if (!ReferenceEquals(_texts[i], text))
                continue;
            Number(1);
            Number(i);
            return;
        }

        _texts.Add(text);
        int length = Encoding.UTF8.GetByteCount(text);
        Number(length + 2);
        Encoding.UTF8.GetBytes(text, writer.GetSpan(length));
        writer.Advance(length);
    }

    private void Value(in JsonValue value)
    {
        if (value.AsFault is { } fault)
        {
            Byte(SegmentParts.Failure);
            Text(fault.Error);
            Text(fault.Cause);
            return;
        }

        if (value.IsMissing)
        {
            Byte(SegmentParts.Missing);
            return;
        }

        for (int i = _values.Count - 1; i >= 0 && i >= _values.Count - LookBack; i--)
        {
            JsonValue written = _values[i];
            if (!ReferenceEquals(written.Node, value.Node) || written.Bits != value.Bits)
                continue;
            Byte(SegmentParts.Again);
            Number(i);
            return;
        }

        _values.Add(value);
        Byte(SegmentParts.Json);
        JsonBuffer buffer = JsonBuffer.Rent();
        value.Write(buffer);
        Bytes(buffer.Written);
        buffer.Return();
    }
}

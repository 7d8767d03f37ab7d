using System.Text.Json;
using Compiled.Values;

namespace Compiled.History;

/// <summary>
/// One event of an execution, as <c>GetExecutionHistory</c> shows it. It refers to the execution's immutable values and is turned
/// into text only when it is read.
/// </summary>
public readonly struct HistoryEvent
{
    private readonly long _ticks;

    internal HistoryEvent(int id, int previousEventId, HistoryEventType type, long ticks, in JsonValue value, object? subject, object? more, int number)
    {
        Id = id;
        PreviousEventId = previousEventId;
        Type = type;
        _ticks = ticks;
        Value = value;
        Subject = subject;
        More = more;
        Number = number;
    }

    /// <summary>The event's number, from 1 without a gap.</summary>
    public int Id { get; }

    /// <summary>The number of the event that caused this one; 0 for none. FEATURES .</summary>
    public int PreviousEventId { get; }

    /// <summary>What happened.</summary>
    public HistoryEventType Type { get; }

    /// <summary>The length of a Map's items, the index of an iteration, or how often the execution was redriven; 0 elsewhere.</summary>
    public int Number { get; }

    /// <summary>The input, output, parameters or result that the event shows; a failure value for events of errors; else missing.</summary>
    public JsonValue Value { get; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset Timestamp => new(_ticks, TimeSpan.Zero);

    /// <summary>The name of the state or of the Map that the event is about; null where it shows none.</summary>
    public string? StateName => (Subject as StateInfo)?.Name;

    /// <summary>The error name that the event shows; null for none.</summary>
    public string? Error => Value.AsFault?.Error;

    /// <summary>The cause that the event shows; null for none.</summary>
    public string? Cause => Value.AsFault?.Cause;

    /// <summary>The state (StateInfo), the role, the worker or the Map Run's ARN (string) that the event is about.</summary>
    internal object? Subject { get; }

    /// <summary>ScheduledDetails, AssignedVariables, Qualifier or the location of a failed evaluation (string).</summary>
    internal object? More { get; }

    /// <summary>Writes AWS's JSON form: timestamp in seconds, type, ids, and the details of the type. FEATURES .</summary>
    public void WriteTo(Utf8JsonWriter writer) => HistoryEventWriter.Write(writer, in this);

    /// <summary>The event in one line: id, previous id, type, state.</summary>
    public override string ToString() => $"{Id}<-{PreviousEventId} {Type} {StateName}".TrimEnd();
}

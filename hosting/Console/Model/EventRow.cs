using Compiled.History;

namespace Compiled.WebConsole.Model;

/// <summary>What is kept of each event; its data is read again when somebody looks at it.</summary>
/// <param name="Id">The event's number.</param>
/// <param name="Previous">The number of the event before it in its flow.</param>
/// <param name="Type">What happened.</param>
/// <param name="Ticks">When, UTC ticks.</param>
/// <param name="Visit">The number of the visit of a state that it belongs to; -1 for an event of the execution.</param>
internal readonly record struct EventRow(int Id, int Previous, HistoryEventType Type, long Ticks, int Visit)
{
    public DateTimeOffset Time => new(Ticks, TimeSpan.Zero);
}

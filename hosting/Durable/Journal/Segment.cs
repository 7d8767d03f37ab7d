namespace Compiled.Durable.Journal;

/// <summary>One step of an execution as it was written.</summary>
/// <param name="FirstEvent">The id of its first event.</param>
/// <param name="EventCount">How many events it has.</param>
/// <param name="Body">Its signals and events, as <see cref="SegmentBody"/> reads them.</param>
public readonly record struct Segment(int FirstEvent, int EventCount, ReadOnlyMemory<byte> Body);

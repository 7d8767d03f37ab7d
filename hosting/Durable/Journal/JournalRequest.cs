namespace Compiled.Durable.Journal;

/// <summary>A command to the process that owns a store, from one that doesn't.</summary>
/// <param name="Number">Its place: later requests have higher numbers.</param>
/// <param name="Kind">What is asked for, such as <c>stop</c>; the store doesn't know the kinds.</param>
/// <param name="Execution">The execution that it is about; 0 for none.</param>
/// <param name="Body">What goes with it; owner and asker agree on the form.</param>
public sealed record JournalRequest(long Number, string Kind, long Execution, ReadOnlyMemory<byte> Body);

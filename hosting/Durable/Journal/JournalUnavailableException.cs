namespace Compiled.Durable.Journal;

/// <summary>The store can't be written or read now, for a reason that may pass: a full disk, a locked file, a lost connection.</summary>
public sealed class JournalUnavailableException(string message, Exception? cause = null) : Exception(message, cause);

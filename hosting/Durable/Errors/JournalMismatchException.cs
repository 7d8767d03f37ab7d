namespace Compiled.Durable;

/// <summary>What a journal holds doesn't go with the definition or the program that is to go on with it.</summary>
public sealed class JournalMismatchException(string message) : Exception(message);

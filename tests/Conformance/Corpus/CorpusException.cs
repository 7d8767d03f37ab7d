namespace Conformance.Corpus;

/// <summary>A path names nothing, or a file is not in the format of its corpus. The message is for the reader of the command line.</summary>
public sealed class CorpusException(string message) : Exception(message);

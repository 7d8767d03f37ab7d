namespace Compiled.Cli;

/// <summary>Something the caller has to mend: a file that is not there, text that is not JSON. The message names the file and the place.</summary>
public sealed class CliException(string message) : Exception(message);

namespace Compiled.Cli;

/// <summary>The streams that a command reads and writes: results go to <paramref name="Output"/>, everything said about them to <paramref name="Error"/>.</summary>
public sealed record CliConsole(TextReader Input, TextWriter Output, TextWriter Error);

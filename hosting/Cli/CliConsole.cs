namespace Compiled.Cli;

/// <summary>The streams that a command reads and writes: results go to <paramref name="Output"/>, everything said about them to <paramref name="Error"/>.</summary>
public sealed record CliConsole(TextReader Input, TextWriter Output, TextWriter Error)
{
    /// <summary>The folder where relative paths of files to read start; the process's own by default.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>Whether results are written in colour. False by default.</summary>
    public bool UsesColour { get; init; }

    /// <summary>Whether a terminal is to show colour.</summary>
    /// <param name="isTerminal">Whether results go to a terminal, not to a file or a pipe.</param>
    /// <param name="variable">The value of an environment variable, or null.</param>
    public static bool AllowsColour(bool isTerminal, Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        // no-color.org: present and not empty, whatever the value.
        if (!isTerminal || !string.IsNullOrEmpty(variable("NO_COLOR")) || variable("TERM") == "dumb") return false;
        // The old console of Windows shows escape sequences as they are; what understands them sets one of the two.
        return !string.IsNullOrEmpty(variable("TERM")) || !string.IsNullOrEmpty(variable("WT_SESSION"));
    }
}

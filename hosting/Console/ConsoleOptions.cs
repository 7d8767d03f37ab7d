namespace Compiled.WebConsole;

/// <summary>How the console is reached.</summary>
public sealed record ConsoleOptions
{
    /// <summary>
    /// What must be known to use the console: a browser shows it once as <c>?token=...</c> and gets a cookie for it. Null lets everybody in who can
    /// reach the address, which is right on a loopback address only.
    /// </summary>
    public string? Token { get; init; }

    /// <summary>
    /// Host names beside <c>localhost</c> and IP addresses under which a console on a loopback address may be asked for, such as that of a proxy before it. Any other
    /// name is refused, since a page of a stranger may have let its name lead to this machine (DNS rebinding).
    /// </summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>What stands in the corner of each page; the machine's or environment's name, for example.</summary>
    public string? Title { get; init; }

    /// <summary>How often an execution that somebody watches is looked at; 200 ms unless said.</summary>
    public TimeSpan WatchInterval { get; init; } = TimeSpan.FromMilliseconds(200);
}

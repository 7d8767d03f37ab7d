namespace Compiled.WebConsole.Html;

/// <summary>An address within the console: a path and a query whose parts are escaped. There is no other way to an address.</summary>
internal readonly struct Link
{
    private readonly string _path;

    private Link(string path) => _path = path;

    /// <summary>A path of the console's own that takes no text from outside.</summary>
    /// <exception cref="ArgumentException">The path leads elsewhere.</exception>
    public static Link To(string path)
        => path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal)
            ? new Link(path)
            : throw new ArgumentException($"'{path}' leads out of the console.", nameof(path));

    /// <summary>An ARN or a name at the end of the path; its colons and slashes stay.</summary>
    public Link Segment(string text)
        => new(_path + "/" + Uri.EscapeDataString(text).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal));

    /// <summary>One more part of the query; left out when there is no value.</summary>
    public Link With(string name, string? value)
        => string.IsNullOrEmpty(value) ? this : new Link($"{_path}{(_path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}");

    public override string ToString() => _path;
}

namespace Compiled.Values;

/// <summary>An error of an execution as a value: its ASL error name and the text that explains it.</summary>
public sealed partial class Fault(string? error, string? cause)
{
    /// <summary>The error name, such as <c>States.Timeout</c>; null when none was given.</summary>
    public string? Error { get; } = error;

    /// <summary>The explanation for people; null when none was given.</summary>
    public string? Cause { get; } = cause;

    /// <summary>The error name and the cause in one line, for logs and debuggers.</summary>
    public override string ToString() => Cause is null ? Error ?? "" : Error is null ? Cause : $"{Error}: {Cause}";
}

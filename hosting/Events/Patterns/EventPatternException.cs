namespace Compiled.Events.Patterns;

/// <summary>A text that is no event pattern.</summary>
/// <param name="path">Where, as a JSON pointer.</param>
/// <param name="reason">What is wrong there.</param>
public sealed class EventPatternException(string path, string reason) : Exception($"Event pattern is not valid. Reason: {reason} at '{path}'")
{
    /// <summary>Where, as a JSON pointer; empty for the whole pattern.</summary>
    public string Path { get; } = path;

    /// <summary>What is wrong there.</summary>
    public string Reason { get; } = reason;
}

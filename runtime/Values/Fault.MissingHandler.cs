namespace Compiled.Values;

/// <summary>That nobody was there to do a task, which a host that can wait tells from a failure.</summary>
public sealed partial class Fault
{
    /// <summary>The fault says that no handler is registered for the task.</summary>
    internal bool IsMissingHandler { get; init; }
}

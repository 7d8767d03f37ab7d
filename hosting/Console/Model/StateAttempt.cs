namespace Compiled.WebConsole.Model;

/// <summary>One try of a state's work.</summary>
internal sealed class StateAttempt
{
    /// <summary>The event that scheduled it.</summary>
    public required int FirstEvent { get; init; }

    /// <summary>When it was scheduled, UTC ticks.</summary>
    public required long StartTicks { get; init; }

    /// <summary>The event that ended it; 0 while it goes on.</summary>
    public int LastEvent { get; set; }

    /// <summary>When it ended, UTC ticks; 0 while it goes on.</summary>
    public long EndTicks { get; set; }

    /// <summary>The error that ended it; null when it succeeded or goes on.</summary>
    public string? Error { get; set; }

    public string? Cause { get; set; }

    public bool IsFailed { get; set; }
}

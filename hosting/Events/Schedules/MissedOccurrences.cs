namespace Compiled.Events.Schedules;

/// <summary>What becomes of times that came while nothing ran.</summary>
public enum MissedOccurrences
{
    /// <summary>The last of them happens, once, as soon as the scheduler runs again.</summary>
    Once,

    /// <summary>None of them happens.</summary>
    None,

    /// <summary>Each happens, one after the other, in order.</summary>
    All,
}

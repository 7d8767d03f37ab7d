namespace Compiled;

/// <summary>Which of the two kinds of state machine a definition is compiled as.</summary>
public enum MachineType : byte
{
    /// <summary>Every transition is recorded; runs up to a year and to 25,000 events.</summary>
    Standard,

    /// <summary>Runs in memory for at most five minutes; no limit on events.</summary>
    Express,
}

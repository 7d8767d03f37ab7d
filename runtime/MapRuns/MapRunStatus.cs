namespace Compiled.MapRuns;

/// <summary>Where a Map Run stands.</summary>
public enum MapRunStatus : byte
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>All items were processed, and no more failed than is tolerated.</summary>
    Succeeded,

    /// <summary>Items or results could not be read or written, or more items failed than is tolerated.</summary>
    Failed,

    /// <summary>Its execution was stopped, or went on without it.</summary>
    Aborted,
}

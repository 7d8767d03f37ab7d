namespace Compiled.Durable.Journal;

/// <summary>What became of an <see cref="Append"/>.</summary>
public enum Appended : byte
{
    /// <summary>It is written, and durable once the transaction is.</summary>
    Committed,

    /// <summary>The same writer has written this very step before: nothing was changed.</summary>
    AlreadyMine,

    /// <summary>Another writer has the key of the segment: nothing was changed, and the execution is another's.</summary>
    Fenced,

    /// <summary>The machine has an execution of that name: nothing was changed.</summary>
    NameTaken,
}

namespace Conformance.Fuzzing;

/// <summary>Where an execution without a history leaves its machine's fast path.</summary>
internal enum FuzzEnding
{
    /// <summary>The machine has no path.</summary>
    NoPath,

    /// <summary>It ends on the path, and no task was called.</summary>
    InsideWithoutTask,

    /// <summary>It ends on the path, after tasks.</summary>
    InsideWithTasks,

    /// <summary>It leaves before any task is called, so that the frames begin from the start.</summary>
    LeftBeforeTask,

    /// <summary>It leaves because a reply isn't there yet.</summary>
    LeftAtLateReply,

    /// <summary>It leaves because a task failed.</summary>
    LeftAtFailure,

    /// <summary>It leaves with a reply, which is too large or leads to what the path can't do.</summary>
    LeftAfterReply,

    /// <summary>The input is no JSON.</summary>
    NoJson,

    /// <summary>The path threw, which it never may.</summary>
    Threw,
}

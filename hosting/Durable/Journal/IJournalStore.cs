namespace Compiled.Durable.Journal;

/// <summary>
/// Where executions are kept. A store knows nothing of state machines: it keeps segments, finds executions, and sees to it that what it
/// said it committed is there after a crash. One process owns a store at a time.
/// </summary>
/// <remarks>
/// Writes come from one thread, in transactions: <see cref="Begin"/>, any number of writes, then <see cref="Commit"/> or
/// <see cref="Rollback"/>. Reads come from any thread at any time and see what is committed. Errors that may pass, such as a full disk or a
/// locked file, are <see cref="JournalUnavailableException"/>; the transaction is then rolled back and may be tried again.
/// </remarks>
public interface IJournalStore : IJournalReader, IDisposable
{
    /// <summary>Begins a transaction.</summary>
    void Begin();

    /// <summary>Makes the transaction durable: when it returns, no crash of the process or of the machine undoes it.</summary>
    void Commit();

    /// <summary>Undoes what was written since <see cref="Begin"/>; does nothing without one.</summary>
    void Rollback();

    /// <summary>Writes one step of one execution, whole or not at all; the outcome says which, and leaves the transaction usable.</summary>
    /// <exception cref="ArgumentException">The step has no event, and so no key of its own.</exception>
    Appended Append(Append append);

    /// <summary>Keeps the text of a definition under its hash; does nothing when it is there.</summary>
    void PutDefinition(StoredDefinition definition);

    /// <summary>Creates an activity; does nothing when it is there.</summary>
    void PutActivity(StoredActivity activity);

    /// <summary>Deletes an activity. Its tasks stay with their executions until they time out.</summary>
    void DeleteActivity(string arn);

    /// <summary>Keeps a Map Run that begins; does nothing when it is there.</summary>
    void PutMapRun(StoredMapRun run);

    /// <summary>Changes what is kept of a Map Run; does nothing when there is none.</summary>
    void ChangeMapRun(long execution, int effect, MapRunChange change);

    /// <summary>Keeps something of a task that waits, in place of what was kept of it.</summary>
    void PutHeldTask(HeldTask task);

    /// <summary>Forgets a task that waited; does nothing when nothing is kept of it.</summary>
    void DeleteHeldTask(long execution, int effect);

    /// <summary>Changes what goes with a request, so that who asked sees how far it is; does nothing when it was answered or taken back.</summary>
    void ChangeRequest(long number, ReadOnlyMemory<byte> body);

    /// <summary>Writes something that means nothing, so that a transaction reaches the disk: to find out whether it can.</summary>
    void Touch();

    /// <summary>Answers a request; does nothing when it was answered or taken back.</summary>
    void AnswerRequest(long number, ReadOnlyMemory<byte> answer);

    /// <summary>
    /// Deletes executions that ended before a time, the oldest first and at most so many, with all that is kept of them, and definitions
    /// that no execution uses any more. Children of an execution that is still there are left. Gives how many were deleted.
    /// </summary>
    int Purge(long endedBeforeTicks, int limit);
}

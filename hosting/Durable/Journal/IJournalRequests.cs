namespace Compiled.Durable.Journal;

/// <summary>
/// The side of a store that asks: a process that doesn't own it, such as a command line, leaves commands in it and waits for their answers. Any
/// thread may ask. The owner finds them with <see cref="IJournalReader.ListRequests"/> and answers with <see cref="IJournalStore.AnswerRequest"/>,
/// in the same transaction as what it did for it.
/// </summary>
public interface IJournalRequests
{
    /// <summary>Leaves a request, durably, and gives its number.</summary>
    long AddRequest(string kind, long execution, ReadOnlyMemory<byte> body);

    /// <summary>Takes the answer to a request out of the store; null when there is none yet.</summary>
    ReadOnlyMemory<byte>? TakeAnswer(long number);

    /// <summary>Takes back a request that nobody answered; false when it has an answer, which is then there to be taken.</summary>
    bool WithdrawRequest(long number);
}

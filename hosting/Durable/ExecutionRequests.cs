using Compiled.Durable.Engine;
using Compiled.Durable.Journal;

namespace Compiled.Durable;

/// <summary>
/// Asks the process that owns a store to stop, redrive or purge executions, from a process that doesn't own it. The owner looks for requests twice a
/// second while it runs.
/// </summary>
/// <param name="reader">Looks at the store.</param>
/// <param name="requests">The side of the store that asks.</param>
/// <param name="timeout">How long an answer is waited for; 30 seconds when left out.</param>
/// <param name="timeProvider">Tells whether an execution ended too long ago to be redriven; the system's clock when left out.</param>
public sealed class ExecutionRequests(IJournalReader reader, IJournalRequests requests, TimeSpan? timeout = null, TimeProvider? timeProvider = null)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly ExecutionReader _reader = new(reader);
    private readonly TimeSpan _timeout = timeout ?? TimeSpan.FromSeconds(30);

    /// <summary>Like <see cref="DurableExecutions.StopExecutionAsync"/>.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    /// <exception cref="RequestNotAnsweredException">The owner did not answer in time.</exception>
    /// <exception cref="RequestRefusedException">The owner could not do it.</exception>
    public async Task<DateTimeOffset> StopExecutionAsync(string executionArn, string? error = null, string? cause = null, CancellationToken cancellationToken = default)
        => Time(await AskAsync(RequestText.Stop, _reader.RowOf(executionArn).Id, RequestText.OfFault(error, cause), cancellationToken).ConfigureAwait(false));

    /// <summary>Like <see cref="DurableExecutions.RedriveAsync(string, string?)"/>.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    /// <exception cref="ExecutionNotRedrivableException">It runs, succeeded, or ended too long ago.</exception>
    /// <exception cref="RequestNotAnsweredException">The owner did not answer in time.</exception>
    /// <exception cref="RequestRefusedException">The owner could not do it.</exception>
    public async Task<DateTimeOffset> RedriveAsync(string executionArn, CancellationToken cancellationToken = default)
        => Time(await AskAsync(RequestText.Redrive, _reader.RowOf(executionArn).Id, RequestText.OfRedrive(isUnattended: false), cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Leaves a redrive for the process that owns the store next, and waits for nothing. A redrive begins tasks, so only a process that has
    /// their handlers can do it. A second one for the same execution changes nothing.
    /// </summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    /// <exception cref="ExecutionNotRedrivableException">It runs, succeeded, or ended too long ago.</exception>
    public void LeaveRedrive(string executionArn)
    {
        ExecutionRow row = _reader.RowOf(executionArn);
        if (_reader.RedriveStatusOf(row, (timeProvider ?? TimeProvider.System).GetUtcNow()).Reason is { } reason)
            throw new ExecutionNotRedrivableException(reason);
        if (!reader.ListRequests(0, int.MaxValue).Any(left => left.Kind == RequestText.Redrive && left.Execution == row.Id))
            requests.AddRequest(RequestText.Redrive, row.Id, RequestText.OfRedrive(isUnattended: true));
    }

    /// <summary>Like <see cref="DurableExecutions.PurgeAsync"/>.</summary>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="RequestNotAnsweredException">The owner did not answer in time.</exception>
    /// <exception cref="RequestRefusedException">The owner could not do it.</exception>
    public Task<long> PurgeAsync(TimeSpan age, CancellationToken cancellationToken = default) => PurgeAsync(age, null, cancellationToken);

    /// <summary>Like <see cref="DurableExecutions.PurgeAsync"/>. As long as more and more are deleted the answer is waited for.</summary>
    /// <param name="age">How long ago they must have ended.</param>
    /// <param name="progress">Told how many are deleted by now, whenever the owner says more.</param>
    /// <param name="cancellationToken">Ends the wait; what is deleted stays deleted, and the owner goes on.</param>
    /// <returns>How many were deleted.</returns>
    /// <exception cref="RequestNotAnsweredException">The owner did not answer, or delete any more, in time.</exception>
    /// <exception cref="RequestRefusedException">The owner could not do it.</exception>
    public Task<long> PurgeAsync(TimeSpan age, IProgress<long>? progress, CancellationToken cancellationToken = default)
        => AskAsync(RequestText.Purge, 0, RequestText.OfAge(age), cancellationToken, progress);

    private async Task<long> AskAsync(string kind, long execution, byte[] body, CancellationToken cancellationToken, IProgress<long>? progress = null)
    {
        long number = requests.AddRequest(kind, execution, body), started = TimeProvider.System.GetTimestamp(), done = 0;
        while (true)
        {
            if (requests.TakeAnswer(number) is { } answer)
                return RequestText.Read(answer);
            if (kind == RequestText.Purge && reader.ListRequests(number - 1, 1) is [{ } asked] && asked.Number == number && RequestText.DeletedOf(asked) is var deleted && deleted > done)
            {
                (done, started) = (deleted, TimeProvider.System.GetTimestamp());
                progress?.Report(done);
            }

            bool isCancelled = cancellationToken.IsCancellationRequested;
            if (isCancelled || TimeProvider.System.GetElapsedTime(started) >= _timeout)
            {
                // An answer that came at the last moment is there to be taken.
                if (!requests.WithdrawRequest(number))
                    continue;
                cancellationToken.ThrowIfCancellationRequested();
                throw new RequestNotAnsweredException(_timeout);
            }

            await Task.Delay(s_pause, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);
}

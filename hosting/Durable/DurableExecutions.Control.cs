using Compiled.Durable.Engine;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Durable;

/// <summary>Stopping, tokens, activities, purging.</summary>
public sealed partial class DurableExecutions
{
    /// <summary>Stops an execution: it ends as ABORTED. One that has ended stays as it is. FEATURES .</summary>
    /// <returns>When it ended.</returns>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public Task<DateTimeOffset> StopExecutionAsync(string executionArn, string? error = null, string? cause = null)
        => StopAsync(Reader.RowOf(executionArn), error, cause, null);

    internal async Task<DateTimeOffset> StopAsync(ExecutionRow row, string? error, string? cause, Action<IJournalStore, DateTimeOffset>? alongside)
    {
        StopMessage message = new(error, cause) { Alongside = alongside };
        Task answer = message.Answer;
        if (_engine.Runs.Send(row.Id, message))
            await answer.ConfigureAwait(false);
        row = Row(row.Id);
        return row.Status == ExecutionStatus.Running
            ? throw new JournalMismatchException(_engine.Troubles.GetValueOrDefault(row.Id) ?? "The execution can't be taken up by this process.")
            : new DateTimeOffset(row.EndedTicks, TimeSpan.Zero);
    }

    /// <summary>
    /// Stops an execution and the running children of its distributed Maps, in a process that goes on with none: where a host runs, the Map's run
    /// stops its children.
    /// </summary>
    internal async Task<DateTimeOffset> StopWithChildrenAsync(string executionArn, string? error, string? cause)
    {
        ExecutionRow row = Reader.RowOf(executionArn);
        DateTimeOffset stopped = await StopAsync(row, error, cause, null).ConfigureAwait(false);
        for (long before = long.MaxValue; ;)
        {
            IReadOnlyList<ExecutionRow> page = _store.List(new ExecutionFilter { WithItems = true, Status = ExecutionStatus.Running, BeforeId = before }, PurgePart);
            foreach (ExecutionRow child in page.Where(child => child.Head.Parent == row.Id && child.Head.Item >= 0))
                await StopWithChildrenAsync(LocalArns.Execution(child.Head.StateMachineArn, child.Head.Name), null, null).ConfigureAwait(false);
            if (page.Count < PurgePart)
                return stopped;
            before = page[^1].Id;
        }
    }

    /// <summary>
    /// Takes an execution that ended FAILED, TIMED_OUT or ABORTED on from what did not succeed: same ARN, same input, same definition; what succeeded
    /// is kept. FEATURES, P-087.
    /// </summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="clientToken">
    /// Makes the request idempotent, 1 to 64 characters from <c>!</c> to <c>~</c>: one of the last 10 tokens that redrove the execution, and was first used no
    /// more than 15 minutes ago, gives the time of that redrive and does nothing, whatever has become of the execution since.
    /// </param>
    /// <returns>When it was redriven.</returns>
    /// <exception cref="ArgumentException">The token is too long or has another character.</exception>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    /// <exception cref="ExecutionNotRedrivableException">It runs, succeeded, ended too long ago, or is a child of a Map Run.</exception>
    public Task<DateTimeOffset> RedriveAsync(string executionArn, string? clientToken = null)
    {
        if (clientToken is not null && (clientToken.Length is 0 or > 64 || clientToken.AsSpan().ContainsAnyExceptInRange('!', '~')))
            throw new ArgumentException($"The token '{clientToken}' is not of 1 to 64 characters from '!' to '~'.", nameof(clientToken));
        return RedriveAsync(Reader.RowOf(executionArn), clientToken, null);
    }

    internal async Task<DateTimeOffset> RedriveAsync(ExecutionRow row, string? clientToken, Action<IJournalStore, DateTimeOffset>? alongside)
    {
        if (clientToken is not null && Reader.RedriveOf(row, clientToken, _engine.Time.GetUtcNow()) is { } before)
            return before;
        RedriveStatus status = Reader.RedriveStatusOf(row, _engine.Time.GetUtcNow());
        if (status.Value != Redrivability.Redrivable)
            throw new ExecutionNotRedrivableException(status.Reason ?? "The execution is a child of a Map Run and is redriven with it, by a redrive of the execution that the run belongs to");
        RedriveMessage message = new(clientToken: clientToken) { Alongside = alongside };
        Task answer = message.Answer;
        if (!_engine.Runs.SendToEnded(row.Id, message))
            throw new ExecutionNotRedrivableException(_engine.Troubles.GetValueOrDefault(row.Id) ?? "The execution can't be taken up by this process.");
        await answer.ConfigureAwait(false);
        return new DateTimeOffset(Row(row.Id).RedrivenTicks, TimeSpan.Zero);
    }

    /// <summary>Leaves a redrive for the process that owns the store next, as <see cref="ExecutionRequests.LeaveRedrive"/> does.</summary>
    internal void LeaveRedrive(string executionArn) => new ExecutionRequests(_store, (IJournalRequests)_store).LeaveRedrive(executionArn);

    /// <summary>Completes a task by its token. FEATURES P-103, P-104.</summary>
    /// <exception cref="InvalidTokenException">The text is no token.</exception>
    /// <exception cref="TaskDoesNotExistException">No such task is known, or its execution has ended.</exception>
    /// <exception cref="TaskTimedOutException">The task is over: completed, timed out or aborted.</exception>
    public Task SendTaskSuccessAsync(string taskToken, JsonValue output)
        => _engine.Tasks.SendAsync(taskToken, new TokenMessage(taskToken, output.IsMissing ? JsonValue.Null : output));

    /// <summary>Fails a task by its token. Both parts may be null.</summary>
    /// <exception cref="InvalidTokenException">The text is no token.</exception>
    /// <exception cref="TaskDoesNotExistException">No such task is known, or its execution has ended.</exception>
    /// <exception cref="TaskTimedOutException">The task is over: completed, timed out or aborted.</exception>
    public Task SendTaskFailureAsync(string taskToken, string? error = null, string? cause = null)
        => _engine.Tasks.SendAsync(taskToken, new TokenMessage(taskToken, JsonValue.Failure(new Fault(error, cause))));

    /// <summary>
    /// Tells that the work on a task goes on, so that its <c>HeartbeatSeconds</c> start again. Heartbeats leave no trace in the history; a
    /// crash lengthens the wait for the next one by one period at most.
    /// </summary>
    /// <exception cref="InvalidTokenException">The text is no token.</exception>
    /// <exception cref="TaskDoesNotExistException">No such task is known, or its execution has ended.</exception>
    /// <exception cref="TaskTimedOutException">The task is over: completed, timed out or aborted.</exception>
    public Task SendTaskHeartbeatAsync(string taskToken) => _engine.Tasks.SendAsync(taskToken, new HeartbeatMessage(null, taskToken));

    /// <summary>Takes up the next task of an activity, and waits for one up to a minute; null when there was none. FEATURES P-102.</summary>
    /// <exception cref="ActivityDoesNotExistException">Activities must be created, and this one wasn't.</exception>
    /// <exception cref="ActivityWorkerLimitExceededException">1,000 workers wait already.</exception>
    public async Task<ActivityTask?> GetActivityTaskAsync(string activityArn, string? workerName = null, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource poll = new(s_longestPoll, _engine.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(poll.Token, cancellationToken);
        try
        {
            return await _engine.Activities.TakeAsync(activityArn, workerName, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Takes up the next task of an activity, and waits for one as long as the token allows.</summary>
    internal Task<ActivityTask> TakeActivityTaskAsync(string activityArn, string? workerName, CancellationToken cancellationToken)
        => _engine.Activities.TakeAsync(activityArn, workerName, cancellationToken);

    /// <summary>The tokens of tasks, as handlers and workers of a program in memory know them.</summary>
    public TaskTokens TaskTokens => _engine.TaskTokens;

    /// <summary>The activities, as workers of a program in memory know them.</summary>
    public Tasks.Activities Activities => _engine.PolledActivities;

    /// <summary>Creates an activity; gives the one that is there when there is one. FEATURES P-100.</summary>
    public Task<StoredActivity> CreateActivityAsync(string activityArn) => _engine.Activities.CreateAsync(activityArn);

    /// <summary>Deletes an activity; does nothing when there is none. FEATURES P-101.</summary>
    public Task DeleteActivityAsync(string activityArn) => _engine.Activities.DeleteAsync(activityArn);

    /// <summary>An activity that was created; null when there is none of that ARN.</summary>
    public StoredActivity? FindActivity(string activityArn) => _engine.Activities.Find(activityArn);

    /// <summary>The activities that were created, by ARN.</summary>
    public IReadOnlyList<StoredActivity> ListActivities() => _engine.Activities.Created;

    /// <summary>
    /// Deletes executions that ended longer ago than this, with their histories, the oldest first. AWS keeps them for 90 days.
    /// </summary>
    /// <param name="age">How long ago they must have ended.</param>
    /// <param name="progress">Told after each part how many are deleted by now.</param>
    /// <param name="cancellationToken">Ends it early; what is deleted stays deleted.</param>
    /// <returns>How many were deleted.</returns>
    public Task<long> PurgeAsync(TimeSpan age, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
        => PurgeInPartsAsync(age, null, progress, cancellationToken);

    internal async Task<long> PurgeInPartsAsync(TimeSpan age, Action<IJournalStore, long>? alongside, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        long before = (_engine.Time.GetUtcNow() - age).UtcTicks, deleted = 0;
        while (!cancellationToken.IsCancellationRequested)
        {
            // In parts, so that executions go on between them.
            long sofar = deleted;
            int part = await _engine.Writer.WriteAsync(store =>
            {
                int purged = store.Purge(before, PurgePart);
                alongside?.Invoke(store, sofar + purged);
                return purged;
            }).ConfigureAwait(false);
            deleted += part;
            progress?.Report(deleted);
            if (part == 0)
                break;
        }

        return deleted;
    }

    private const int PurgePart = 200;

    private static readonly TimeSpan s_longestPoll = TimeSpan.FromSeconds(60);
}

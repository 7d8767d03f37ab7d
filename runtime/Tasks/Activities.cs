using System.Collections.Concurrent;

namespace Compiled.Tasks;

/// <summary>
/// The activities that workers poll, in memory or in the store of a durable host that made this: a queue for each ARN, first in, first out (T-036). Workers complete what they took up
/// through the <see cref="TaskTokens"/> of the execution.
/// </summary>
public sealed class Activities
{
    private readonly IActivityHost? _host;
    private readonly ConcurrentDictionary<string, ActivityQueue> _queues = new(StringComparer.Ordinal);

    /// <summary>Makes a table in memory.</summary>
    public Activities()
    {
    }

    internal Activities(IActivityHost host) => _host = host;

    /// <summary>The table of executions that are given none of their own.</summary>
    public static Activities Shared { get; } = new();

    /// <summary>
    /// An activity must be created before it is used, as on AWS: a Task whose activity is missing fails with <c>States.Runtime</c>
    /// (T-035). Unless set, an activity comes into being with its first use.
    /// </summary>
    public bool MustExist { get; init; }

    /// <summary>Creates an activity; does nothing when it is there.</summary>
    public void Create(string activityArn)
    {
        if (_host is not null)
            _host.Create(activityArn);
        else
            _queues.TryAdd(activityArn, new ActivityQueue());
    }

    /// <summary>Removes an activity. Tasks that stand in its queue stay there until they time out.</summary>
    public void Delete(string activityArn)
    {
        if (_host is not null)
            _host.Delete(activityArn);
        else
            _queues.TryRemove(activityArn, out _);
    }

    /// <summary>Whether the activity is there.</summary>
    public bool Exists(string activityArn) => _host?.Exists(activityArn) ?? _queues.ContainsKey(activityArn);

    /// <summary>
    /// Takes up the activity's next task, and waits for one as long as the token allows. What AWS's GetActivityTask does.
    /// </summary>
    /// <exception cref="ActivityDoesNotExistException">The activity must exist and doesn't.</exception>
    /// <exception cref="ActivityWorkerLimitExceededException">1,000 workers wait already.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before there was a task.</exception>
    public Task<ActivityTask> GetActivityTaskAsync(string activityArn, string? workerName = null, CancellationToken cancellationToken = default)
        => _host is not null ? _host.TakeAsync(activityArn, workerName, cancellationToken)
            : (Find(activityArn) ?? throw new ActivityDoesNotExistException(activityArn)).TakeAsync(workerName, cancellationToken);

    /// <summary>Queues a task; false when the activity doesn't exist.</summary>
    internal bool TrySchedule(string activityArn, IActivityJob job)
    {
        if (Find(activityArn) is not { } queue)
            return false;
        queue.Add(job);
        return true;
    }

    private ActivityQueue? Find(string arn)
        => MustExist ? _queues.GetValueOrDefault(arn) : _queues.GetOrAdd(arn, static _ => new ActivityQueue());
}

using System.Collections.Concurrent;
using Compiled.Durable.Journal;
using Compiled.Tasks;

namespace Compiled.Durable.Engine;

/// <summary>The activities, and the workers that wait for their tasks. The tasks themselves stand in the store.</summary>
internal sealed class ActivityTable(Engine engine)
{
    // T-038.
    private const int MostWorkers = 1000;

    private readonly ConcurrentDictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, StoredActivity> _created = new(StringComparer.Ordinal);

    /// <summary>The activities that were created, by ARN.</summary>
    public IReadOnlyList<StoredActivity> Created => [.. _created.Values.OrderBy(static activity => activity.Arn, StringComparer.Ordinal)];

    public void Load()
    {
        foreach (StoredActivity activity in engine.Store.ListActivities())
            _created[activity.Arn] = activity;
    }

    public StoredActivity? Find(string arn) => _created.GetValueOrDefault(arn);

    public bool Exists(string arn) => !engine.Options.ActivitiesMustExist || _created.ContainsKey(arn);

    public async Task<StoredActivity> CreateAsync(string arn)
    {
        if (_created.TryGetValue(arn, out StoredActivity? there))
            return there;
        StoredActivity activity = new(arn, engine.NowTicks);
        await engine.Writer.WriteAsync(store =>
        {
            store.PutActivity(activity);
            return true;
        }).ConfigureAwait(false);
        return _created.GetOrAdd(arn, activity);
    }

    public async Task DeleteAsync(string arn)
    {
        if (!_created.TryRemove(arn, out _))
            return;
        await engine.Writer.WriteAsync(store =>
        {
            store.DeleteActivity(arn);
            return true;
        }).ConfigureAwait(false);
    }

    /// <summary>Tells workers that tasks came into queues.</summary>
    public void Announce(IReadOnlyList<TaskChange> tasks)
    {
        foreach (TaskChange task in tasks)
        {
            if (task.IsAdded)
                LineOf(task.ActivityArn).Announce();
        }
    }

    /// <summary>Takes up the next task, and waits for one as long as the token allows.</summary>
    public async Task<ActivityTask> TakeAsync(string arn, string? workerName, CancellationToken cancellationToken)
    {
        if (!Exists(arn))
            throw new ActivityDoesNotExistException(arn);
        Line line = LineOf(arn);
        if (Interlocked.Increment(ref line.Workers) > MostWorkers)
        {
            Interlocked.Decrement(ref line.Workers);
            throw new ActivityWorkerLimitExceededException();
        }

        try
        {
            for (; ; )
            {
                QueuedTask next = await NextAsync(line, arn, cancellationToken).ConfigureAwait(false);
                TakeTaskMessage message = new(next.Effect, workerName);
                Task answer = message.Answer;
                if (!engine.Runs.Send(next.Execution, message))
                    continue;
                await answer.ConfigureAwait(false);
                if (message.Task is { } task)
                    return task;
            }
        }
        finally
        {
            Interlocked.Decrement(ref line.Workers);
        }
    }

    // Workers stand in line; the first looks for a task, and waits for one in front of the others.
    private async ValueTask<QueuedTask> NextAsync(Line line, string arn, CancellationToken cancellationToken)
    {
        await line.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (; ; )
            {
                Task changed = line.Changed;
                if (engine.Store.ListTasks(arn, line.LastTaken, 1) is [QueuedTask next])
                {
                    line.LastTaken = next.Number;
                    return next;
                }

                await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            line.Turn.Release();
        }
    }

    private Line LineOf(string arn) => _lines.GetOrAdd(arn, static _ => new Line());

    private sealed class Line
    {
        public int Workers;
        private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>The number of the task that was given out last; only the worker whose turn it is changes it.</summary>
        public long LastTaken { get; set; }

        /// <summary>Completes when the next task comes.</summary>
        public Task Changed => _changed.Task;

        public void Announce()
            => Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}

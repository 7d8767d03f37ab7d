namespace Compiled.Tasks;

/// <summary>The tasks of one activity that wait for a worker, and the workers that wait for a task; one of the two is empty.</summary>
internal sealed class ActivityQueue
{
    private const int MostWorkers = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<IActivityJob> _jobs = new();
    private readonly LinkedList<Worker> _workers = new();

    public void Add(IActivityJob job)
    {
        Worker? worker = null;
        lock (_lock)
        {
            if (_workers.First is not { } first)
                _jobs.Enqueue(job);
            else
            {
                worker = first.Value;
                _workers.RemoveFirst();
            }
        }

        worker?.TrySetResult(job.Start(worker.Name));
    }

    public Task<ActivityTask> TakeAsync(string? workerName, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<ActivityTask>(cancellationToken);
        IActivityJob? job = null;
        Worker worker;
        lock (_lock)
        {
            while (_jobs.TryDequeue(out job) && job.IsOver)
                job = null;
            if (job is not null)
                return Task.FromResult(job.Start(workerName));
            if (_workers.Count >= MostWorkers)
                throw new ActivityWorkerLimitExceededException();
            worker = new Worker(workerName);
            worker.Place = _workers.AddLast(worker);
        }

        // Only a worker that still stands in the queue can leave it, so no task is given to one that has gone.
        CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(static (state, token) =>
        {
            (ActivityQueue queue, Worker worker) = ((ActivityQueue, Worker))state!;
            if (queue.TryLeave(worker))
                worker.TrySetCanceled(token);
        }, (this, worker));
        if (registration != default)
            _ = worker.Task.ContinueWith(static (_, state) => ((CancellationTokenRegistration)state!).Unregister(), registration, TaskScheduler.Default);
        return worker.Task;
    }

    private bool TryLeave(Worker worker)
    {
        lock (_lock)
        {
            if (worker.Place.List is null)
                return false;
            _workers.Remove(worker.Place);
            return true;
        }
    }

    private sealed class Worker(string? name) : TaskCompletionSource<ActivityTask>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public string? Name { get; } = name;

        public LinkedListNode<Worker> Place { get; set; } = null!;
    }
}

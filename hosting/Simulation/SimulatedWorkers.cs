using Compiled.History;
using Compiled.Simulation.Behaviours;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Simulation;

/// <summary>
/// The workers of the activities that a tasks file describes: one polls each activity and does what the file says. They listen to
/// the history, so that a worker's reply is there before a virtual clock could go on, and a run is the same every time.
/// </summary>
internal sealed class SimulatedWorkers : IHistorySink
{
    private readonly TaskSimulator _world;
    private readonly TaskTokens _tokens;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Task<ActivityTask>> _polls = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;

    public SimulatedWorkers(TaskSimulator world, TaskTokens tokens, TimeProvider time, CancellationToken cancellationToken)
    {
        _world = world;
        _tokens = tokens;
        _time = time;
        _cancellationToken = cancellationToken;
        foreach (string activity in world.Activities)
        {
            Activities.Create(activity);
            _polls.Add(activity, Poll(activity));
        }
    }

    /// <summary>The activities, for the execution's options.</summary>
    public Activities Activities { get; } = new() { MustExist = true };

    /// <summary>Sees that a worker took a task up, and does its work.</summary>
    public void Add(in HistoryEvent recorded)
    {
        if (recorded.Type != HistoryEventType.ActivityStarted) return;
        // The children of a distributed Map come here from several threads.
        foreach ((string activity, ActivityTask task) in TakeTasks()) _ = WorkAsync(activity, task);
    }

    /// <summary>Whether the resource is an activity.</summary>
    public static bool IsActivity(string resource) => resource.Contains(":activity:", StringComparison.Ordinal);

    /// <summary>Waits for the work and completes its token. What comes too late is left alone, as AWS's callers learn by an error.</summary>
    public static async Task CompleteAsync(ValueTask<JsonValue> work, string token, TaskTokens tokens)
    {
        try
        {
            JsonValue result = await work.ConfigureAwait(false);
            if (result.AsFault is { } fault) tokens.SendTaskFailure(token, fault.Error, fault.Cause);
            else tokens.SendTaskSuccess(token, result);
        }
        catch (Exception exception) when (exception is TaskTimedOutException or TaskDoesNotExistException or OperationCanceledException)
        {
            // The task timed out or was aborted before the work was done.
        }
    }

    private List<(string Activity, ActivityTask Task)> TakeTasks()
    {
        List<(string, ActivityTask)> taken = [];
        lock (_polls)
        {
            foreach ((string activity, Task<ActivityTask> poll) in _polls.ToArray())
            {
                if (!poll.IsCompletedSuccessfully) continue;
                _polls[activity] = Poll(activity);
                taken.Add((activity, poll.Result));
            }
        }

        return taken;
    }

    private Task WorkAsync(string activity, ActivityTask task)
    {
        TaskCall call = new() { World = _world, Resource = activity, Input = task.Input, Time = _time };
        return CompleteAsync(_world.PerformAsync(call, _cancellationToken), task.TaskToken, _tokens);
    }

    private Task<ActivityTask> Poll(string activity) => Activities.GetActivityTaskAsync(activity, _world.Options.WorkerName, _cancellationToken);
}

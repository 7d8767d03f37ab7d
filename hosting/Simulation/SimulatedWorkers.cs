using Compiled.Simulation.Behaviours;
using Compiled.Tasks;
using Compiled.Values;

namespace Compiled.Simulation;

/// <summary>The workers of the activities that a tasks file describes: one polls each activity and does what the file says.</summary>
/// <remarks>Everything happens inside <see cref="Serve"/>, on the caller's thread, so that a run on a virtual clock is the same every time.</remarks>
internal sealed class SimulatedWorkers
{
    private readonly TaskSimulator _world;
    private readonly TaskTokens _tokens;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Task<ActivityTask>> _polls = new(StringComparer.Ordinal);
    private readonly List<(string Token, Task<JsonValue> Work)> _works = [];
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

    /// <summary>Whether there is any activity to serve.</summary>
    public bool HasActivities => _polls.Count > 0;

    /// <summary>Completed when <see cref="Serve"/> may have something to do; never when there are no workers.</summary>
    public Task Activity => Task.WhenAny([.. _polls.Values, .. _works.Select(static work => work.Work), Task.Delay(Timeout.Infinite, _cancellationToken)]);

    /// <summary>Takes up what was queued and completes what is done. True when anything was.</summary>
    public bool Serve()
    {
        bool served = false;
        foreach ((string activity, Task<ActivityTask> poll) in _polls.Where(static poll => poll.Value.IsCompletedSuccessfully).ToArray())
        {
            ActivityTask task = poll.Result;
            _works.Add((task.TaskToken, _world.PerformAsync(new TaskCall { World = _world, Resource = activity, Input = task.Input, Time = _time }, _cancellationToken).AsTask()));
            _polls[activity] = Poll(activity);
            served = true;
        }

        foreach ((string token, Task<JsonValue> work) in _works.Where(static work => work.Work.IsCompleted).ToArray())
        {
            _works.RemoveAll(item => item.Token == token);
            if (work.IsCompletedSuccessfully) Complete(_tokens, token, work.Result);
            served = true;
        }

        return served;
    }

    /// <summary>Whether the resource is an activity.</summary>
    public static bool IsActivity(string resource) => resource.Contains(":activity:", StringComparison.Ordinal);

    /// <summary>Completes a token with a result or a failure. One whose task is over already is left alone, as AWS's callers find out by an error.</summary>
    public static void Complete(TaskTokens tokens, string token, JsonValue result)
    {
        try
        {
            if (result.AsFault is { } fault) tokens.SendTaskFailure(token, fault.Error, fault.Cause);
            else tokens.SendTaskSuccess(token, result);
        }
        catch (TaskTimedOutException)
        {
            // The task timed out or was aborted before the work was done.
        }
    }

    private Task<ActivityTask> Poll(string activity) => Activities.GetActivityTaskAsync(activity, _world.Options.WorkerName, _cancellationToken);
}

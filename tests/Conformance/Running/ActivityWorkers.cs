using System.Text.Json;
using Compiled;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Simulation;
using Compiled.Simulation.Behaviours;
using Compiled.Tasks;
using Compiled.Testing;

namespace Conformance.Running;

/// <summary>The workers of a case's activities, and what tells when nothing but waiting goes on.</summary>
internal sealed class ActivityWorkers(TaskSimulator simulator, DurableExecutions executions, IJournalStore store, VirtualTimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private int _taken, _working;

    /// <summary>Begins to take tasks of an activity that was created.</summary>
    public void Poll(string activity) => _ = PollAsync(activity);

    /// <summary>Completes when an execution, its workers and its tasks do nothing but wait.</summary>
    public async Task SettleAsync(string executionArn)
    {
        // A worker takes every task that is queued, and is at work until it has answered, which the host doesn't see.
        do
            await executions.SettleAsync(() => Volatile.Read(ref _working)).WaitAsync(TimeSpan.FromMinutes(1)).ConfigureAwait(false);
        while (simulator.Activities.Any(activity => store.ListTasks(activity, 0, 1).Count > 0) || Volatile.Read(ref _taken) < Started(executionArn));
    }

    /// <summary>
    /// Moves the clock to what is waited for; false when there is nothing. A machine without a limit of its own that has nothing to wait for will never end;
    /// AWS would show it as running.
    /// </summary>
    public bool TryMoveClock(bool hasLimit)
    {
        DateTimeOffset before = time.GetUtcNow();
        return time.AdvanceToNextTimer() && (hasLimit || time.GetUtcNow() - before < TimeSpan.FromDays(360));
    }

    /// <summary>All events of an execution.</summary>
    public IReadOnlyList<JsonElement> Events(string executionArn)
    {
        List<JsonElement> events = [];
        string? next = null;
        do
        {
            HistoryPage page = executions.GetHistory(executionArn, nextToken: next, maxResults: 1000);
            events.AddRange(page.Events);
            next = page.NextToken;
        }
        while (next is not null);

        return events;
    }

    public void Dispose() => _ended.Cancel();

    private int Started(string executionArn)
        => simulator.Activities.Any() ? Events(executionArn).Count(static item => item.GetProperty("type").GetString() == "ActivityStarted") : 0;

    private async Task PollAsync(string activity)
    {
        try
        {
            while (true)
            {
                ActivityTask? task = await executions.TakeActivityTaskAsync(activity, simulator.Options.WorkerName, _ended.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _working);
                Interlocked.Increment(ref _taken);
                TaskCall call = new() { World = simulator, Resource = activity, Input = task.Input, Time = time };
                _ = WorkAsync(call, task.TaskToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The case is over.
        }
    }

    private async Task WorkAsync(TaskCall call, string token)
    {
        await SimulatedWorkers.CompleteAsync(simulator.PerformAsync(call, _ended.Token), token, executions.TaskTokens).ConfigureAwait(false);
        Interlocked.Decrement(ref _working);
    }
}

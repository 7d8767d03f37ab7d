using Compiled;
using Compiled.Durable.Journal;

namespace Durable.Tests.GroupCommit;

/// <summary>What a writer asked of a store, line by line, and the failures that the store is told to have. Only the members that a writer calls do something.</summary>
internal sealed class FailingStore : IJournalStore
{
    /// <summary>Begin, the ids of the appends, Commit and Rollback, as they came.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Called with each of them before it is done; may throw.</summary>
    public Action<string> OnCall { get; set; } = static _ => { };

    public void Begin() => Call("begin");

    public void Commit() => Call("commit");

    public void Rollback() => Call("rollback");

    public Appended Append(Append append)
    {
        Call($"{append.Execution}");
        return Appended.Committed;
    }

    public void PutDefinition(StoredDefinition definition) => Call($"definition {definition.Hash}");

    public void PutActivity(StoredActivity activity) => Call($"activity {activity.Arn}");

    public void DeleteActivity(string arn) => Call($"no activity {arn}");

    public void PutMapRun(StoredMapRun run) => Call($"map run {run.Arn}");

    public void ChangeMapRun(long execution, int effect, MapRunChange change) => Call($"map run {execution} {effect}");

    public void PutHeldTask(HeldTask task) => Call($"held {task.Execution} {task.Effect}");

    public void DeleteHeldTask(long execution, int effect) => Call($"not held {execution} {effect}");

    public void ChangeRequest(long number, ReadOnlyMemory<byte> body) => Call($"request {number}");

    public void Touch() => Call("touch");

    public void AnswerRequest(long number, ReadOnlyMemory<byte> answer) => Call($"answer {number}");

    public int Purge(long endedBeforeTicks, int limit) => 0;

    public long LastExecution() => 0;

    public ExecutionRow? Find(long execution) => null;

    public ExecutionRow? Find(string stateMachineArn, string name) => null;

    public IReadOnlyList<Segment> ReadSegments(long execution, int fromEvent = 1, int toEvent = int.MaxValue) => [];

    public int LastEvent(long execution) => 0;

    public IReadOnlyList<ExecutionRow> List(ExecutionFilter filter, int limit) => [];

    public IReadOnlyList<ExecutionRow> ListChildren(long parent, int parentEffect, int fromItem, int limit) => [];

    public IReadOnlyList<long> ListUnparked(long after, int limit) => [];

    public IReadOnlyList<ParkedExecution> ListParked(long untilTicks, int limit) => [];

    public long? NextParkedAfter(long ticks) => null;

    public StoredDefinition? FindDefinition(string hash) => null;

    public IReadOnlyList<StoredActivity> ListActivities() => [];

    public IReadOnlyList<QueuedTask> ListTasks(string activityArn, long after, int limit) => [];

    public StoredMapRun? FindMapRun(string arn) => null;

    public IReadOnlyList<StoredMapRun> ListMapRuns(long execution, int afterEffect, int limit) => [];

    public IReadOnlyList<HeldTask> ListHeldTasks(long execution) => [];

    public IReadOnlyList<HeldTask> ListAwaiting() => [];

    public IReadOnlyList<JournalRequest> ListRequests(long after, int limit) => [];

    public IReadOnlyDictionary<ExecutionStatus, long> CountByStatus() => new Dictionary<ExecutionStatus, long>();

    public void Dispose()
    {
    }

    private void Call(string call)
    {
        Calls.Add(call);
        OnCall(call);
    }
}

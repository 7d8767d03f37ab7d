namespace Compiled.Durable.Journal;

/// <summary>What can be asked of a store; any thread may ask.</summary>
public interface IJournalReader
{
    /// <summary>The highest id that an execution ever had; 0 for none. Ids are never given twice, also not after a purge.</summary>
    long LastExecution();

    /// <summary>An execution; null when there is none.</summary>
    ExecutionRow? Find(long execution);

    /// <summary>The execution of a machine with this name; null when there is none.</summary>
    ExecutionRow? Find(string stateMachineArn, string name);

    /// <summary>
    /// An execution's segments in order, from the one that holds the event <paramref name="fromEvent"/> to the one that holds <paramref name="toEvent"/>. Others
    /// are not read.
    /// </summary>
    IReadOnlyList<Segment> ReadSegments(long execution, int fromEvent = 1, int toEvent = int.MaxValue);

    /// <summary>The number of an execution's last event; 0 when there is no such execution. No segment is read for it.</summary>
    int LastEvent(long execution);

    /// <summary>Executions, newest first, at most so many.</summary>
    IReadOnlyList<ExecutionRow> List(ExecutionFilter filter, int limit);

    /// <summary>The executions that an effect of another one started, in the order of their items.</summary>
    IReadOnlyList<ExecutionRow> ListChildren(long parent, int parentEffect, int fromItem, int limit);

    /// <summary>
    /// The running executions that aren't parked, ids above <paramref name="after"/>, ascending: those that a process that died had in its
    /// hands.
    /// </summary>
    IReadOnlyList<long> ListUnparked(long after, int limit);

    /// <summary>The parked executions that wake at a time or before, the earliest first.</summary>
    IReadOnlyList<ParkedExecution> ListParked(long untilTicks, int limit);

    /// <summary>The earliest time after this one at which a parked execution wakes, UTC ticks; null when none does.</summary>
    long? NextParkedAfter(long ticks);

    /// <summary>A definition by its hash; null when there is none.</summary>
    StoredDefinition? FindDefinition(string hash);

    /// <summary>All activities, by ARN.</summary>
    IReadOnlyList<StoredActivity> ListActivities();

    /// <summary>The tasks that wait for a worker of an activity, in the order in which they were queued, after the one with this number.</summary>
    IReadOnlyList<QueuedTask> ListTasks(string activityArn, long after, int limit);

    /// <summary>A Map Run by its ARN; null when there is none.</summary>
    StoredMapRun? FindMapRun(string arn);

    /// <summary>The Map Runs of an execution in the order in which they started, after the one of an effect.</summary>
    IReadOnlyList<StoredMapRun> ListMapRuns(long execution, int afterEffect, int limit);

    /// <summary>What is kept of the waiting tasks of an execution, by effect.</summary>
    IReadOnlyList<HeldTask> ListHeldTasks(long execution);

    /// <summary>The tasks of all executions that wait for another one's end.</summary>
    IReadOnlyList<HeldTask> ListAwaiting();

    /// <summary>The requests of other processes that aren't answered yet, in the order in which they came, after the one with this number.</summary>
    IReadOnlyList<JournalRequest> ListRequests(long after, int limit);

    /// <summary>How many executions there are of each status.</summary>
    IReadOnlyDictionary<ExecutionStatus, long> CountByStatus();
}

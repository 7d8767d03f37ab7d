using System.Text;
using Compiled;
using Compiled.Durable.Journal;
using Compiled.MapRuns;
using static Durable.Tests.Contract.Samples;

namespace Durable.Tests.Contract;

/// <summary>Definitions, activities with their queues, and requests of other processes.</summary>
public abstract class CatalogContract<TStore> : IDisposable
    where TStore : StoreUnderTest, new()
{
    private readonly TStore _under = new();

    private IJournalStore Store => _under.Store;

    private IJournalRequests Requests => (IJournalRequests)Store;

    public void Dispose() => _under.Dispose();

    [Fact]
    public void PutDefinition_Twice_KeepsTheFirst()
    {
        StoredDefinition definition = new("h", "Order", MachineType.Express, "{ \"Comment\": \"ä ✓\" }");

        Store.Write(() =>
        {
            Store.PutDefinition(definition);
            Store.PutDefinition(definition with { Text = "other" });
        });

        Assert.Equal(definition, Store.FindDefinition("h"));
        Assert.Null(Store.FindDefinition("H"));
    }

    [Fact]
    public void FindDefinition_HashThatOnlyAnExecutionNames_IsNullUntilItIsPut()
    {
        Store.Write(Start(1, Head("a", definition: "h")));
        Assert.Null(Store.FindDefinition("h"));

        Store.Write(() => Store.PutDefinition(new StoredDefinition("h", "Order", MachineType.Standard, "")));
        Assert.Equal(new StoredDefinition("h", "Order", MachineType.Standard, ""), Store.FindDefinition("h"));
    }

    [Fact]
    public void Activities_PutAndDeleted_AreListedByArn()
    {
        Store.Write(() =>
        {
            Store.PutActivity(new StoredActivity("b", 1));
            Store.PutActivity(new StoredActivity("a", 2));
            Store.PutActivity(new StoredActivity("B", 3));
            Store.PutActivity(new StoredActivity("b", 4));
        });
        Assert.Equal([new("B", 3), new("a", 2), new("b", 1)], Store.ListActivities());

        Store.Write(() =>
        {
            Store.DeleteActivity("a");
            Store.DeleteActivity("none");
        });
        Assert.Equal(["B", "b"], Store.ListActivities().Select(static activity => activity.Arn));
    }

    [Fact]
    public void Tasks_Queued_AreListedInOrderUntilTheyAreTaken()
    {
        Store.Write(Start(1), Start(2),
            Step(1, 3, 1, null, null, 9, new TaskChange("a", 1, true), new TaskChange("b", 2, true), new TaskChange("a", 3, true)),
            Step(2, 3, 1, null, null, 9, new TaskChange("a", 1, true)));

        IReadOnlyList<QueuedTask> queue = Store.ListTasks("a", 0, 10);
        Assert.Equal([(1, 1), (1, 3), (2, 1)], queue.Select(static task => (task.Execution, task.Effect)));
        Assert.Equal(queue.Skip(1), Store.ListTasks("a", queue[0].Number, 10));
        Assert.Equal(queue.Take(2), Store.ListTasks("a", 0, 2));
        Assert.True(queue.Zip(queue.Skip(1)).All(static pair => pair.First.Number < pair.Second.Number));

        Store.Write(() => Store.DeleteActivity("a"));
        Store.Write(Step(1, 4, 1, null, null, null, new TaskChange("a", 1, false), new TaskChange("a", 7, false)));
        Assert.Equal([(1, 3), (2, 1)], Store.ListTasks("a", 0, 10).Select(static task => (task.Execution, task.Effect)));

        // A number that was the highest isn't given again: a poller that has seen it would miss the new task.
        Store.Write(Step(2, 4, 1, null, null, null, new TaskChange("a", 1, false), new TaskChange("a", 5, true)));
        Assert.Equal([(1, 3), (2, 5)], Store.ListTasks("a", 0, 10).Select(static task => (task.Execution, task.Effect)));
        Assert.Equal([5], Store.ListTasks("a", queue[^1].Number, 10).Select(static task => task.Effect));
    }

    [Fact]
    public void Requests_Added_AreListedUntilAnswered()
    {
        long first = Requests.AddRequest("stop", 7, Body("why")), second = Requests.AddRequest("redrive", 8, default);

        Assert.Equal([(first, "stop", 7, "why"), (second, "redrive", 8, "")], Listed(0));
        Assert.Equal([(second, "redrive", 8, "")], Listed(first));
        Assert.Null(Requests.TakeAnswer(first));

        Store.Write(() =>
        {
            Store.AnswerRequest(first, Body("done"));
            Store.AnswerRequest(first, Body("again"));
            Store.AnswerRequest(999, Body("none"));
        });
        Assert.Equal([(second, "redrive", 8, "")], Listed(0));
        Assert.Equal("done", Encoding.UTF8.GetString(Requests.TakeAnswer(first)!.Value.Span));
        Assert.Null(Requests.TakeAnswer(first));
    }

    [Fact]
    public void Requests_Changed_AreSeenSoUntilAnswered()
    {
        long number = Requests.AddRequest("purge", 0, Body("0"));

        Store.Write(() => Store.ChangeRequest(number, Body("200")));
        Assert.Equal([(number, "purge", 0, "200")], Listed(0));

        Store.Write(() =>
        {
            Store.AnswerRequest(number, Body("done"));
            Store.ChangeRequest(number, Body("400"));
            Store.ChangeRequest(999, Body("none"));
            Store.Touch();
        });
        Assert.Empty(Listed(0));
        Assert.Equal("done", Encoding.UTF8.GetString(Requests.TakeAnswer(number)!.Value.Span));
    }

    [Fact]
    public void Requests_AnsweredWithNothing_HaveAnAnswer()
    {
        long number = Requests.AddRequest("stop", 7, default);

        Store.Write(() => Store.AnswerRequest(number, default));

        Assert.Empty(Listed(0));
        Assert.Equal(0, Requests.TakeAnswer(number)!.Value.Length);
    }

    [Fact]
    public void Requests_Withdrawn_AreGoneUnlessAnswered()
    {
        long first = Requests.AddRequest("stop", 7, default), second = Requests.AddRequest("stop", 8, default);
        Store.Write(() => Store.AnswerRequest(second, Body("done")));

        Assert.True(Requests.WithdrawRequest(first));
        Assert.False(Requests.WithdrawRequest(first));
        Assert.False(Requests.WithdrawRequest(second));
        Assert.Empty(Listed(0));
        Assert.NotNull(Requests.TakeAnswer(second));
        Assert.True(Requests.AddRequest("stop", 9, default) > second);
    }

    [Fact]
    public void MapRuns_PutAndChanged_AreFoundByArnAndByTheirExecution()
    {
        StoredMapRun first = new(7, 2, "first", MapRunStatus.Running, 10, MaxConcurrency: 5, ToleratedFailurePercentage: 12.5), second = new(7, 4, "second", MapRunStatus.Running, 20);
        MapRunCounts items = new(1, 2, 3, 4, 5, 6, 7, 8, 9, long.MaxValue);
        Store.Write(() =>
        {
            Store.PutMapRun(second);
            Store.PutMapRun(first);
            Store.PutMapRun(first with { Arn = "other" });
            Store.PutMapRun(new StoredMapRun(8, 2, "third", MapRunStatus.Running, 30));
        });
        Assert.Equal([first, second], Store.ListMapRuns(7, -1, 10));
        Assert.Equal([second], Store.ListMapRuns(7, 2, 10));
        Assert.Equal([first], Store.ListMapRuns(7, 0, 1));
        Assert.Null(Store.FindMapRun("other"));

        Store.Write(() =>
        {
            Store.ChangeMapRun(7, 2, new MapRunChange { Status = MapRunStatus.Failed, EndedTicks = 40, Items = items, Executions = items with { Total = 99 } });
            Store.ChangeMapRun(7, 2, new MapRunChange { RedriveCount = 1, RedrivenTicks = 50, MaxConcurrency = 6, ToleratedFailureCount = 3 });
            Store.ChangeMapRun(7, 3, new MapRunChange { Status = MapRunStatus.Failed });
        });

        StoredMapRun changed = first with
        {
            Status = MapRunStatus.Failed,
            EndedTicks = 40,
            Items = items,
            Executions = items with { Total = 99 },
            RedriveCount = 1,
            RedrivenTicks = 50,
            MaxConcurrency = 6,
            ToleratedFailureCount = 3,
        };
        Assert.Equal(changed, Store.FindMapRun("first"));
        Assert.Equal(second, Store.FindMapRun("second"));
    }

    [Fact]
    public void HeldTasks_PutAndDeleted_AreListedByExecutionAndByChild()
    {
        Store.Write(() =>
        {
            Store.PutHeldTask(new HeldTask(7, 4, 9, 0));
            Store.PutHeldTask(new HeldTask(7, 2, 0, 50));
            Store.PutHeldTask(new HeldTask(8, 1, 9, 0));
            Store.PutHeldTask(new HeldTask(7, 2, 0, 60));
        });
        Assert.Equal([new(7, 2, 0, 60), new(7, 4, 9, 0)], Store.ListHeldTasks(7));
        Assert.Equal([(7, 4), (8, 1)], Store.ListAwaiting().Select(static task => (task.Execution, task.Effect)).Order());

        Store.Write(() =>
        {
            Store.DeleteHeldTask(7, 4);
            Store.DeleteHeldTask(7, 99);
        });
        Assert.Equal([new(7, 2, 0, 60)], Store.ListHeldTasks(7));
        Assert.Equal([new(8, 1, 9, 0)], Store.ListAwaiting());
    }

    private IEnumerable<(long, string, long, string)> Listed(long after)
        => Store.ListRequests(after, 10).Select(static request => (request.Number, request.Kind, request.Execution, Encoding.UTF8.GetString(request.Body.Span)));
}

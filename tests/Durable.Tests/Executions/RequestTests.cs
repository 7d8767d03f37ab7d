using Compiled;
using Compiled.Durable;
using Compiled.Durable.Engine;
using Compiled.Durable.Journal;
using Durable.Tests.Contract;

namespace Durable.Tests.Executions;

/// <summary>What other processes ask of the owner. FEATURES, P-085, P-087.</summary>
public sealed class RequestTests
{
    private const string Wait = """{"StartAt": "Wait", "States": {"Wait": {"Type": "Wait", "Seconds": 60, "End": true}}}""";

    [Fact]
    public async Task Stop_Asked_EndsTheExecutionAndAnswers()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;

        Task<DateTimeOffset> stop = Requests(host).StopExecutionAsync(arn, "Wrong", "By hand");
        await host.Executions.ServeRequestsAsync();

        ExecutionDescription ended = host.Executions.Describe(arn);
        Assert.Equal((ExecutionStatus.Aborted, "Wrong", "By hand"), (ended.Status, ended.Error, ended.Cause));
        Assert.Equal(ended.Summary.StopDate, await stop);
        Assert.Empty(host.Store.ListRequests(0, 10));
    }

    [Fact]
    public async Task Stop_AskedTwice_GivesTheSameEnd()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;

        Task<DateTimeOffset>[] stops = [Requests(host).StopExecutionAsync(arn), Requests(host).StopExecutionAsync(arn)];
        await host.Executions.ServeRequestsAsync();
        DateTimeOffset[] ends = await Task.WhenAll(stops);

        Assert.Equal(ends[0], ends[1]);
        Assert.Equal(["ExecutionStarted", "WaitStateEntered", "ExecutionAborted"], host.Types(arn));
    }

    /// <summary>The answer is one transaction with the step, so that a host that crashes right after it does nothing again.</summary>
    [Fact]
    public async Task Redrive_Asked_AnswersInTheTransactionOfItsStep()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;
        DateTimeOffset stopped = await host.Executions.StopExecutionAsync(arn);
        Task<DateTimeOffset> redrive = Requests(host).RedriveAsync(arn);

        await host.Executions.ServeRequestsAsync();

        Assert.Equal(stopped, await redrive);
        Assert.Equal((ExecutionStatus.Running, 1), (host.Executions.Describe(arn).Status, host.Executions.Describe(arn).Summary.RedriveCount));
    }

    [Fact]
    public async Task Redrive_OfARunningExecution_IsRefusedWithAwsReason()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;

        Task<DateTimeOffset> redrive = Requests(host).RedriveAsync(arn);
        await host.Executions.ServeRequestsAsync();

        await Assert.ThrowsAsync<ExecutionNotRedrivableException>(() => redrive);
    }

    [Fact]
    public async Task Redrive_Left_IsDoneByTheNextHostOnce()
    {
        Host first = new Host().Add("Wait", Wait);
        string arn = (await first.Executions.StartAsync("Wait")).ExecutionArn;
        await first.Executions.StopExecutionAsync(arn);
        Requests(first).LeaveRedrive(arn);
        Requests(first).LeaveRedrive(arn);
        Assert.Single(first.Store.ListRequests(0, 10));

        await using Host second = first.Crash().Add("Wait", Wait);
        await second.Executions.ServeRequestsAsync();
        await second.Executions.ServeRequestsAsync();

        Assert.Equal((ExecutionStatus.Running, 1), (second.Executions.Describe(arn).Status, second.Executions.Describe(arn).Summary.RedriveCount));
        Assert.Empty(second.Store.ListRequests(0, 10));
    }

    [Fact]
    public async Task Purge_Asked_DeletesAndCounts()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;
        await host.Executions.StopExecutionAsync(arn);
        host.Time.Advance(TimeSpan.FromHours(1));

        Task<long> purge = Requests(host).PurgeAsync(TimeSpan.FromMinutes(1));
        await host.Executions.ServeRequestsAsync();

        Assert.Equal(1, await purge);
        Assert.Throws<ExecutionDoesNotExistException>(() => host.Executions.Describe(arn));
    }

    [Fact]
    public async Task Purge_OfMany_TellsWithEachPartHowFarItIs()
    {
        await using Host host = new Host().Add("Pass", """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}""");
        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => host.Executions.StartAsync("Pass")));
        await host.SettleAsync();
        host.Time.Advance(TimeSpan.FromHours(1));
        List<long> told = [];

        Assert.Equal(500, await host.Executions.PurgeInPartsAsync(TimeSpan.FromMinutes(1), (_, deleted) => told.Add(deleted), null, CancellationToken.None));

        Assert.Equal([200, 400, 500, 500], told);
    }

    [Fact]
    public async Task Purge_Asked_TellsHowFarTheOwnerIs()
    {
        MemoryJournal store = new();
        Told told = new();
        TimeSpan age = TimeSpan.FromDays(1);
        Task<long> purge = new ExecutionRequests(store, store, TimeSpan.FromMinutes(1)).PurgeAsync(age, told);
        JournalRequest request = Assert.Single(store.ListRequests(0, 10));

        store.Write(() => store.ChangeRequest(request.Number, RequestText.OfAge(age, 200)));
        Assert.Equal(200, await told.Next);
        store.Write(() => store.AnswerRequest(request.Number, RequestText.Done(300)));

        Assert.Equal(300, await purge);
    }

    private sealed class Told : IProgress<long>
    {
        private readonly TaskCompletionSource<long> _next = new();

        public Task<long> Next => _next.Task;

        public void Report(long value) => _next.TrySetResult(value);
    }

    [Fact]
    public async Task Request_NotAnswered_IsWithdrawn()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;

        await Assert.ThrowsAsync<RequestNotAnsweredException>(
            () => new ExecutionRequests(host.Store, (IJournalRequests)host.Store, TimeSpan.Zero).StopExecutionAsync(arn));

        await host.Executions.ServeRequestsAsync();
        Assert.Equal(ExecutionStatus.Running, host.Executions.Describe(arn).Status);
    }

    [Fact]
    public async Task Request_OfAnUnknownKind_IsAnswered()
    {
        await using Host host = new Host().Add("Wait", Wait);
        string arn = (await host.Executions.StartAsync("Wait")).ExecutionArn;
        IJournalRequests requests = (IJournalRequests)host.Store;
        long number = requests.AddRequest("dance", host.Store.LastExecution(), "{}"u8.ToArray());

        await host.Executions.ServeRequestsAsync();

        Assert.Contains("doesn't know the request 'dance'", System.Text.Encoding.UTF8.GetString(requests.TakeAnswer(number)!.Value.Span).Replace("\\u0027", "'"));
        Assert.Equal(ExecutionStatus.Running, host.Executions.Describe(arn).Status);
    }

    private static ExecutionRequests Requests(Host host) => new(host.Store, (IJournalRequests)host.Store, timeProvider: host.Time);
}

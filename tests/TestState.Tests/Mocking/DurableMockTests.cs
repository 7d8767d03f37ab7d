using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Testing;
using Compiled.TestState.Mocking;
using Compiled.Values;

namespace TestState.Tests.Mocking;

/// <summary>Durable executions whose tasks a mock file answers: numbers go on where another process takes over. FEATURES M-007 to M-010.</summary>
public sealed class DurableMockTests : IDisposable
{
    private const string Definition = """
        {"StartAt":"Ask","States":{
         "Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}},"ResultPath":"$.answer","Next":"Pause"},
         "Pause":{"Type":"Wait","Seconds":86400,"Next":"Enough"},
         "Enough":{"Type":"Choice","Choices":[{"Variable":"$.answer","NumericLessThan":2,"Next":"Ask"}],"Default":"Done"},
         "Done":{"Type":"Succeed","OutputPath":"$.answer"}}}
        """;

    private readonly MockFolder _folder = new(MockFolder.Text("""{"Ask":"R"}""", """{"R":{"0":{"Return":0},"1":{"Return":1},"2":{"Return":2}}}"""));
    private readonly MemoryJournal _store = new();
    private readonly VirtualTimeProvider _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Execution_CrashedAfterEveryAnswer_GoesOnWithTheNextNumber()
    {
        DurableExecutions host = Open();
        string arn = (await host.StartAsync("Order", JsonValue.EmptyObject, new StartOptions { Name = "x", TestCase = "Case" })).ExecutionArn;
        List<string> answers = [];
        while (await StepAsync(host, arn))
        {
            if (Answers(host, arn) is not { Count: var count } all || count == answers.Count)
                continue;
            answers.Add(all[^1]);
            host.Abandon();
            host = Open();
            await host.RunAsync();
        }

        ExecutionDescription end = host.Describe(arn);
        await host.DisposeAsync();

        Assert.Equal(["0", "1", "2"], answers);
        Assert.Equal("2", end.Output.ToString());
    }

    [Fact]
    public async Task Execution_FoldedAfterEveryStep_CountsTheSame()
    {
        await using DurableExecutions host = Open(folds: true);
        string arn = (await host.StartAsync("Order", JsonValue.EmptyObject, new StartOptions { TestCase = "Case" })).ExecutionArn;
        while (await StepAsync(host, arn))
        {
        }

        Assert.Equal(["0", "1", "2"], Answers(host, arn));
        Assert.Equal("2", host.Describe(arn).Output.ToString());
    }

    /// <summary>Lets all go on that can, then the next time come; false when the execution has ended.</summary>
    private async Task<bool> StepAsync(DurableExecutions host, string arn)
    {
        await host.SettleAsync(static () => 0);
        if (host.Describe(arn).Status != ExecutionStatus.Running)
            return false;
        Assert.True(_time.AdvanceToNextTimer());
        return true;
    }

    private static List<string> Answers(DurableExecutions host, string arn) =>
        [.. host.GetHistory(arn, maxResults: 1000).Events.Where(static item => item.GetProperty("type").GetString() == "TaskSucceeded")
            .Select(static item => item.GetProperty("taskSucceededEventDetails").GetProperty("output").GetString()!)];

    private DurableExecutions Open(bool folds = false)
    {
        DurableExecutions host = new(_store, new DurableOptions { TimeProvider = _time, TaskHandlers = new MockedTasks(_folder.Open()), RefoldsAlways = folds });
        host.AddMachine(DefinitionCompiler.Compile(new DefinitionSource(Definition, "Order")).Create());
        return host;
    }
}

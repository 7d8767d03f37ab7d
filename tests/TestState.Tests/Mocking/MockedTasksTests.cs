using Compiled;
using Compiled.Compilation;
using Compiled.Testing;
using Compiled.TestState.Mocking;
using Compiled.Values;

namespace TestState.Tests.Mocking;

/// <summary>Executions in memory whose tasks a mock file answers. FEATURES M-005 to M-008, M-010.</summary>
public sealed class MockedTasksTests
{
    private static async Task<ExecutionResult> RunAsync(string definition, string states, string responses, ITaskHandler? real = null, string? testCase = "Case", string input = "{}")
    {
        using MockFolder folder = new(MockFolder.Text(states, responses));
        CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource(definition, "Order"));
        ExecutionOptions options = new() { TestCase = testCase, Seed = 1, TimeProvider = new VirtualTimeProvider { AutoAdvance = true } };
        return await compiled.Create(new MockedTasks(folder.Open(), real)).ExecuteAsync(input, options);
    }

    private static string Show(ExecutionResult result) => $"{result.Status} {(result.Output.IsMissing ? $"{result.Error}: {result.Cause}" : result.Output.ToString())}";

    [Fact]
    public async Task Attempts_OfOneVisit_AreAnsweredOneAfterTheOther()
    {
        const string Definition = """
            {"StartAt":"Pay","States":{"Pay":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"pay"},"End":true,
             "Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":5}]}}}
            """;

        ExecutionResult result = await RunAsync(
            Definition, """{"Pay":"R"}""", """{"R":{"0-1":{"Throw":{"Error":"Busy","Cause":"C"}},"2":{"Return":{"StatusCode":200}}}}""");

        Assert.Equal("""Succeeded {"StatusCode":200}""", Show(result));
        Assert.Null(result.History);
    }

    [Fact]
    public async Task Attempts_BeyondTheLastNumber_FailTheExecution()
    {
        const string Definition = """
            {"StartAt":"Pay","States":{"Pay":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"pay"},"End":true,
             "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":5}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Never"}]},"Never":{"Type":"Succeed"}}}
            """;

        ExecutionResult result = await RunAsync(Definition, """{"Pay":"R"}""", """{"R":{"0":{"Throw":{"Error":"Busy","Cause":"C"}}}}""");

        Assert.Equal(ExecutionStatus.Failed, result.Status);
        Assert.Equal("States.Runtime", result.Error);
        Assert.EndsWith("State 'Pay' was called 2 times, and the mocked response 'R' of test case 'Case' has no answer for call 1.", result.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task States_ThatTheCaseDoesNotList_AreReal()
    {
        const string Definition = """
            {"StartAt":"Pay","States":{"Pay":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:pay","Next":"Ship"},
             "Ship":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:ship","End":true}}}
            """;
        Handler real = new(static input => JsonValue.Object(new JsonProperty(Key.Of("shipped"), input)));

        ExecutionResult mocked = await RunAsync(Definition, """{"Pay":"R"}""", """{"R":{"0":{"Return":7}}}""", real);
        ExecutionResult withoutCase = await RunAsync(Definition, """{"Pay":"R"}""", """{"R":{"0":{"Return":7}}}""", real, testCase: null);

        Assert.Equal("""Succeeded {"shipped":7}""", Show(mocked));
        Assert.Equal("""Succeeded {"shipped":{"shipped":{}}}""", Show(withoutCase));
        Assert.Equal(3, real.Calls);
    }

    [Fact]
    public async Task Iterations_AndVisits_CountTogether()
    {
        const string Definition = """
            {"StartAt":"Each","States":{
             "Each":{"Type":"Map","ItemsPath":"$.items","MaxConcurrency":1,"ResultPath":"$.out","ItemProcessor":{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:w","End":true}}},"Next":"Again"},
             "Again":{"Type":"Choice","Choices":[{"Variable":"$.out[0]","NumericEquals":0,"Next":"Each"}],"Default":"Done"},"Done":{"Type":"Succeed","OutputPath":"$.out"}}}
            """;

        ExecutionResult result = await RunAsync(
            Definition, """{"Work":"R"}""", """{"R":{"0":{"Return":0},"1":{"Return":1},"2":{"Return":2},"3":{"Return":3}}}""", input: """{"items":[1,1]}""");

        Assert.Equal("Succeeded [2,3]", Show(result));
    }

    [Theory]
    [InlineData("arn:aws:states:::sqs:sendMessage.waitForTaskToken", """{"QueueUrl":"q","MessageBody":{"t.$":"$$.Task.Token"}}""")]
    [InlineData("arn:aws:states:::states:startExecution.sync:2", """{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:m"}""")]
    public async Task Tasks_OfTokensAndJobs_EndAtOnce(string resource, string parameters)
    {
        string definition = $$$$"""{"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"{{{{resource}}}}","Parameters":{{{{parameters}}}},"End":true}}}""";

        ExecutionResult done = await RunAsync(definition, """{"Ask":"R"}""", """{"R":{"0":{"Return":{"yes":true}}}}""");
        ExecutionResult failed = await RunAsync(definition, """{"Ask":"R"}""", """{"R":{"0":{"Throw":{"Error":"No","Cause":"C"}}}}""");

        Assert.Equal("""Succeeded {"yes":true}""", Show(done));
        Assert.Equal("Failed No: C", Show(failed));
    }

    [Fact]
    public async Task Children_OfADistributedMap_CountForThemselves()
    {
        const string Definition = """
            {"StartAt":"Each","States":{"Each":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"Work",
             "States":{"Work":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:w","Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"End":true}}},"End":true}}}
            """;

        ExecutionResult result = await RunAsync(
            Definition, """{"Work":"R"}""", """{"R":{"0":{"Throw":{"Error":"E","Cause":"C"}},"1":{"Return":5}}}""", input: "[1,2]");

        Assert.Equal("Succeeded [5,5]", Show(result));
    }

    [Theory]
    [InlineData("Case", """{"Nowhere":"R"}""", "'/StateMachines/Order/TestCases/Case/Nowhere': the state machine has no state of that name.")]
    [InlineData("Case", """{"End":"R"}""", "'/StateMachines/Order/TestCases/Case/End': only Task states are mocked, and this is a Succeed state.")]
    [InlineData("Case", """{"Ask":"R"}""", "'/StateMachines/Order/TestCases/Case/Ask': tasks of activities are not mocked; a worker does them.")]
    [InlineData("Other", """{}""", "has no test case 'Other' of a state machine 'Order'.")]
    public void Case_ThatDoesNotFitItsMachine_IsRefusedBeforeTheStart(string testCase, string states, string expected)
    {
        const string Definition = """
            {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:a","Next":"End"},"End":{"Type":"Succeed"}}}
            """;
        using MockFolder folder = new(MockFolder.Text(states, """{"R":{"0":{"Return":1}}}"""));
        MachineInfo machine = DefinitionCompiler.Compile(new DefinitionSource(Definition, "Order")).Create().Machine;

        MockFileException refused = Assert.Throws<MockFileException>(() => new MockedTasks(folder.Open()).Check("Order", testCase, machine));

        Assert.EndsWith(expected, refused.Message, StringComparison.Ordinal);
    }
}

using System.Text.RegularExpressions;
using Compiled.Tasks;
using Compiled.Tasks.Nested;
using Compiled.Testing;
using Compiled.Tests.Execution;
using Compiled.Values;

namespace Compiled.Tests.Nested;

/// <summary>Executions that tasks start. FEATURES T-090 to T-098.</summary>
public class NestedExecutionTests
{
    private const string Start = "arn:aws:states:::states:startExecution", Sdk = "arn:aws:states:::aws-sdk:sfn:";

    private const string ChildArn = "arn:aws:states:us-east-1:123456789012:stateMachine:child";

    private const string Times = "\"StartDate\":1704067200000,\"StateMachineArn\":\"" + ChildArn + "\"";

    private static ScriptState Task(string resource) => new("T", StateType.Task) { Resource = resource };

    private static ScriptState Pass => new("P", StateType.Pass);

    private static ScriptState Wait => new("W", StateType.Wait) { Seconds = 30 };

    private static ScriptState Fail(string? error, string? cause) => new("F", StateType.Fail) { Error = error, Cause = cause };

    private static ExecutionOptions Options(InMemoryExecutions executions) => ScriptRun.Options() with { TaskHandlers = new TaskHandlerRegistry().AddExecutions(executions) };

    // A run with and without history, each with executions of its own; an Express execution's ARN ends in an id of its own.
    private static async Task<ExecutionResult> RunAsync(ScriptState parent, Workflow child, string input, Func<ExecutionOptions, ExecutionOptions>? change = null)
    {
        ExecutionResult? recorded = null;
        foreach (bool records in new[] { true, false })
        {
            ExecutionOptions options = Options(new InMemoryExecutions().Add("child", child)) with { RecordHistory = records };
            Script script = new(parent);
            script.Handlers.Add("unused", value => value);
            ExecutionResult result = await script.ExecuteAsync(input, change is null ? options : change(options)).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            recorded ??= result;
            Assert.Equal((recorded.Status, OutputOf(recorded), recorded.Error, recorded.Cause), (result.Status, OutputOf(result), result.Error, result.Cause));
        }

        return recorded!;
    }

    private static string OutputOf(ExecutionResult result)
        => result.Output.IsMissing ? "" : Regex.Replace(result.Output.ToString(), ":express:([^:]*:[^:]*):[0-9a-f-]{36}", ":express:$1");

    private static string[] Types(ExecutionResult result) => [.. result.History!.Select(e => e.Type.ToString())];

    [Fact]
    public async Task Start_GivesTheArnAtOnce()
    {
        // T-091, T-009: dates in milliseconds, the child is still at work.
        ExecutionResult result = await RunAsync(Task(Start), new Script(Wait), """{"StateMachineArn":"child","Name":"c","Input":{"a":1}}""");
        JsonValue metadata = result.Output[Key.Of("SdkResponseMetadata")][Key.Of("RequestId")];
        Assert.Equal(
            $$$"""{"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:child:c","SdkHttpMetadata":{"AllHttpHeaders":{},"HttpHeaders":{},"HttpStatusCode":200},"SdkResponseMetadata":{"RequestId":{{{metadata}}}},"StartDate":1704067200000}""",
            result.Output.ToString());
        Assert.Equal(["ExecutionStarted", "TaskStateEntered", "TaskScheduled", "TaskStarted", "TaskSucceeded", "TaskStateExited", "ExecutionSucceeded"], Types(result));
    }

    [Theory]
    [InlineData(".sync", "\"{\\\"a\\\":1}\"", "\"{\\\"a\\\":1}\"")]
    [InlineData(".sync:2", "{\"a\":1}", "{\"a\":1}")]
    public async Task Sync_GivesTheDescription(string suffix, string input, string output)
    {
        // T-092. The waits of the child pass on the parent's clock.
        ExecutionResult result = await RunAsync(Sync(suffix), new Script(Wait), """{"StateMachineArn":"child","Name":"c","Input":{"a":1}}""".Replace("\"child\"", $"\"{ChildArn}\"", StringComparison.Ordinal));
        Assert.Equal(
            $$"""{"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:child:c","Input":{{input}},"InputDetails":{"Included":true},"Name":"c","Output":{{output}},"OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven",{{Times}},"Status":"SUCCEEDED","StopDate":1704067230000}""",
            result.Output.ToString());
        Assert.Equal(["TaskStarted", "TaskSubmitted", "TaskSucceeded"], Types(result)[3..6]);
        string submitted = ScriptRun.Json(result.History![4]);
        Assert.Contains("\"output\":\"{\\\"ExecutionArn\\\":\\\"arn:aws:states:us-east-1:123456789012:execution:child:c\\\",\\\"SdkHttpMetadata\\\"", submitted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_OfAChildThatEndsAtOnce_IsSubmittedFirst()
    {
        ExecutionResult result = await RunAsync(Sync(".sync"), new Script(Pass), """{"StateMachineArn":"child"}""");
        Assert.Equal(["TaskStarted", "TaskSubmitted", "TaskSucceeded"], Types(result)[3..6]);
        Assert.Contains("\"Input\":\"{}\"", result.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".sync")]
    [InlineData(".sync:2")]
    public async Task Sync_OfAChildThatFails_FailsWithTheDescription(string suffix)
    {
        // T-093, E-032: no output, and the input as text.
        ExecutionResult result = await RunAsync(Sync(suffix), new Script(Fail("E", "why")), """{"StateMachineArn":"child","Name":"c","Input":{"a":1}}""");
        Assert.Equal("States.TaskFailed", result.Error);
        Assert.Equal(
            $$"""{"Cause":"why","Error":"E","ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:child:c","Input":"{\"a\":1}","InputDetails":{"Included":true},"Name":"c","RedriveCount":0,"RedriveStatus":"REDRIVABLE",{{Times}},"Status":"FAILED","StopDate":1704067200000}""",
            result.Cause);
    }

    [Fact]
    public async Task Sync_OfAChildThatTimesOut_HasNoErrorInItsDescription()
    {
        ExecutionResult result = await RunAsync(Sync(".sync"), Script.Of(MachineType.Standard, 5, Wait), """{"StateMachineArn":"child","Name":"c"}""");
        Assert.StartsWith("{\"ExecutionArn\"", result.Cause, StringComparison.Ordinal);
        Assert.EndsWith("\"Status\":\"TIMED_OUT\",\"StopDate\":1704067205000}", result.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sync_ThatTimesOut_StopsTheChild()
    {
        // T-095.
        Script atWork = new Script(Task("arn:aws:lambda:us-east-1:1:function:f")).On("f", async (input, context, token) =>
        {
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromHours(1), context.TimeProvider, token);
            return input;
        });
        InMemoryExecutions executions = new InMemoryExecutions().Add("child", atWork);
        VirtualTimeProvider time = new();
        Task<ExecutionResult> running = new Script(Sync(".sync") with { Timeout = 5 })
            .ExecuteAsync("""{"StateMachineArn":"child","Name":"c"}""", Options(executions) with { TimeProvider = time }).AsTask();
        time.Advance(TimeSpan.FromSeconds(5));
        ExecutionResult result = await running.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("States.Timeout", result.Error);
        ExecutionView child = await executions.WaitAsync("arn:aws:states:us-east-1:123456789012:execution:child:c").AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(
            (ExecutionStatus.Aborted, null, $"The Task state in AWS Step Functions execution [{result.ExecutionArn}] which was managing this resource was aborted"),
            (child.Status, child.Error, child.Cause));
    }

    [Fact]
    public async Task Sync_OfAnExpressMachine_IsRefusedBeforeItStarts()
    {
        // T-097, E-110.
        bool ran = false;
        Script child = Script.Of(MachineType.Express, null, new ScriptState("T", StateType.Task) { Resource = "arn:aws:lambda:us-east-1:1:function:f" }).On("f", value =>
        {
            ran = true;
            return value;
        });
        ExecutionResult result = await RunAsync(Sync(".sync"), child, """{"StateMachineArn":"child"}""");
        Assert.Equal(("StepFunctions.StateMachineTypeNotSupportedException", false), (result.Error, ran));
    }

    [Fact]
    public async Task Machine_ThatIsNotKnown_IsAwsError()
    {
        // T-094, E-048.
        ExecutionResult result = await RunAsync(Task(Start), new Script(Pass), """{"StateMachineArn":"other"}""");
        Assert.Equal("StepFunctions.StateMachineDoesNotExistException", result.Error);
        Assert.Matches("^State Machine Does Not Exist: 'other' \\(Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist; Request ID: [0-9a-f-]{36}; Proxy: null\\)$", result.Cause);
        ExecutionResult sdk = await RunAsync(Task(Sdk + "startExecution"), new Script(Pass), """{"StateMachineArn":"other"}""");
        Assert.Equal("Sfn.StateMachineDoesNotExistException", sdk.Error);
        Assert.Matches("^State Machine Does Not Exist: 'other' \\(Service: Sfn, Status Code: 400, Request ID: [0-9a-f-]{36}\\) \\(SDK Attempt Count: 1\\)$", sdk.Cause);
    }

    [Fact]
    public async Task Name_ThatIsTaken_IsRefusedUnlessItRunsWithTheSameInput()
    {
        //
        InMemoryExecutions executions = new InMemoryExecutions().Add("child", new Script(Wait));
        ExecutionOptions options = Options(executions) with { TimeProvider = new VirtualTimeProvider(), RecordHistory = false };
        async Task<ExecutionResult> StartAsync(string input) => await new Script(Task(Start)).ExecuteAsync($$"""{"StateMachineArn":"child","Name":"c","Input":{{input}}}""", options);
        ExecutionResult first = await StartAsync("1"), same = await StartAsync("1"), other = await StartAsync("2");
        Assert.Equal(first.Output[Key.Of("ExecutionArn")], same.Output[Key.Of("ExecutionArn")]);
        Assert.Equal("StepFunctions.ExecutionAlreadyExistsException", other.Error);
        Assert.StartsWith("Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:child:c' (", other.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Input":{}}""", "States.Runtime", "The Parameters '{\"Input\":{}}' could not be used to start the Task: [The field 'StateMachineArn' is required but was missing]")]
    [InlineData("""{"StateMachineArn":"child","Input":"no JSON"}""", "StepFunctions.InvalidExecutionInputException", "Invalid State Machine Execution Input: '")]
    [InlineData("""{"StateMachineArn":"child","Name":""}""", "StepFunctions.InvalidNameException", "Invalid Name: ''")]
    public async Task Parameters_ThatCannotBe_FailTheTask(string input, string error, string cause)
    {
        ExecutionResult result = await RunAsync(Task(Start), new Script(Pass), input);
        Assert.Equal(error, result.Error);
        Assert.Contains(cause, result.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "{}")]
    [InlineData("\"[1, 2]\"", "[1,2]")]
    [InlineData("\"\\\"text\\\"\"", "\"text\"")]
    [InlineData("[1]", "[1]")]
    public async Task Input_IsJsonOrItsText(string given, string input)
    {
        // T-090.
        ExecutionResult result = await RunAsync(Sync(".sync:2"), new Script(Pass), $$"""{"StateMachineArn":"child","Input":{{given}}}""");
        Assert.Equal(input, result.Output[Key.Of("Input")].ToString());
    }

    [Fact]
    public async Task Sdk_StartsDescribesAndStops()
    {
        // T-098: dates as text.
        InMemoryExecutions executions = new InMemoryExecutions().Add("child", new Script(Wait));
        ExecutionOptions options = Options(executions) with { TimeProvider = new VirtualTimeProvider() };
        async Task<string> CallAsync(string action, string input) => (await new Script(Task(Sdk + action)).ExecuteAsync(input, options)).EnsureSucceeded().ToString();
        const string Arn = "arn:aws:states:us-east-1:123456789012:execution:child:c";
        Assert.Equal($$"""{"ExecutionArn":"{{Arn}}","StartDate":"2024-01-01T00:00:00.000Z"}""", await CallAsync("startExecution", """{"StateMachineArn":"child","Name":"c"}"""));
        Assert.Equal(
            $$"""{"ExecutionArn":"{{Arn}}","Input":"{}","InputDetails":{"Included":true},"Name":"c","RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is RUNNING and cannot be redriven","StartDate":"2024-01-01T00:00:00.000Z","StateMachineArn":"{{ChildArn}}","Status":"RUNNING"}""",
            await CallAsync("describeExecution", $$"""{"ExecutionArn":"{{Arn}}"}"""));
        Assert.Equal("""{"StopDate":"2024-01-01T00:00:00.000Z"}""", await CallAsync("stopExecution", $$"""{"ExecutionArn":"{{Arn}}","Error":"E","Cause":"why"}"""));
        ExecutionView stopped = await executions.DescribeAsync(Arn);
        Assert.Equal((ExecutionStatus.Aborted, "E", "why"), (stopped.Status, stopped.Error, stopped.Cause));
        ExecutionResult none = await new Script(Task(Sdk + "describeExecution")).ExecuteAsync("""{"ExecutionArn":"x"}""", options);
        Assert.Equal("Sfn.ExecutionDoesNotExistException", none.Error);
    }

    [Fact]
    public async Task Sdk_RunsAnExpressExecution_WhicheverWayItEnds()
    {
        // T-097, X-005.
        ExecutionResult result = await RunAsync(Task(Sdk + "startSyncExecution"), Script.Of(MachineType.Express, null, Wait with { Next = "F" }, Fail("E", null)), """{"StateMachineArn":"child","Name":"c"}""");
        Assert.Matches(
            "^\\{\"BillingDetails\":\\{\"BilledDurationInMilliseconds\":30000,\"BilledMemoryUsedInMB\":64\\},\"Error\":\"E\",\"ExecutionArn\":\"arn:aws:states:us-east-1:123456789012:express:child:c:[0-9a-f-]{36}\"",
            result.Output.ToString()[..230]);
        Assert.EndsWith("\"Status\":\"FAILED\",\"StopDate\":\"2024-01-01T00:00:30.000Z\"}", result.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_IsCompletedByTheChild()
    {
        // T-090 .waitForTaskToken, T-098: the child answers the parent.
        Script child = new(Task(Sdk + "sendTaskSuccess"));
        ScriptState parent = Task(Start + ".waitForTaskToken") with { PassesContext = true };
        InMemoryExecutions executions = new InMemoryExecutions().Add("child", child);
        NestedExecutions nested = new(executions);
        // The script can't build parameters, so what AWS would be given is made of the context here.
        TaskHandlerRegistry registry = new TaskHandlerRegistry().AddExecutions(executions).Add(Start + ".waitForTaskToken", (input, context, token) => nested.HandleAsync(
            JsonValue.Parse("""{"StateMachineArn":"child","Input":{"TaskToken":"$","Output":{"done":true}}}""".Replace("$", context.TaskToken, StringComparison.Ordinal)), context, token));
        ExecutionResult result = await new Script(parent).ExecuteAsync("{}", ScriptRun.Options() with { TaskHandlers = registry }).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("""{"done":true}""", result.EnsureSucceeded().ToString());
        Assert.Equal(["TaskStarted", "TaskSubmitted", "TaskSucceeded"], Types(result)[3..6]);
    }

    [Theory]
    [InlineData("NoSuchTaskToken", "Sfn.InvalidTokenException", "Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: ")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "Sfn.TaskDoesNotExistException", "Task does not exist (Service: Sfn, ")]
    public async Task Token_ThatIsNone_IsAwsError(string token, string error, string cause)
    {
        // E-049.
        foreach (string action in new[] { "sendTaskSuccess", "sendTaskFailure", "sendTaskHeartbeat" })
        {
            ExecutionResult result = await RunAsync(Task(Sdk + action), new Script(Pass), $$"""{"TaskToken":"{{token}}","Output":"1"}""");
            Assert.Equal(error, result.Error);
            Assert.StartsWith(cause, result.Cause, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Attempt_ThatIsMadeAgain_FindsItsChild()
    {
        // A durable host calls the handler again after a crash: T-090, X-030.
        List<string> arns = [];
        InMemoryExecutions executions = new InMemoryExecutions().Add("child", new Script(Pass));
        NestedExecutions nested = new(executions);
        TaskHandlerRegistry registry = new TaskHandlerRegistry().Add("startExecution", async (input, context, token) =>
        {
            foreach (string name in new[] { "", ",\"Name\":\"given\"" })
            {
                for (int i = 0; i < 2; i++)
                    arns.Add((await nested.HandleAsync(JsonValue.Parse($$"""{"StateMachineArn":"child"{{name}}}"""), context, token))[Key.Of("ExecutionArn")].AsString());
            }

            return input;
        });
        Assert.True(nested.IsIdempotent(default, default));
        await new Script(Task(Start)).ExecuteAsync("{}", ScriptRun.Options() with { TaskHandlers = registry });
        Assert.Equal(arns[0], arns[1]);
        Assert.Equal(arns[2], arns[3]);
        Assert.EndsWith(":given", arns[3], StringComparison.Ordinal);
        Assert.Equal(36, arns[0].Split(':')[^1].Length);
    }

    [Fact]
    public async Task Handler_OfTheUser_ComesFirst()
    {
        TaskHandlerRegistry registry = new TaskHandlerRegistry().AddExecutions(new InMemoryExecutions()).Add("startExecution", _ => "mocked");
        ExecutionResult result = await new Script(Task(Start)).ExecuteAsync("{}", ScriptRun.Options() with { TaskHandlers = registry });
        Assert.Equal("\"mocked\"", result.Output.ToString());
    }

    private static ScriptState Sync(string suffix) => Task(Start + suffix);
}

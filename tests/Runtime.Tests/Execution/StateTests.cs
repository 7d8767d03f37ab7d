using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>Events of the states without effects.</summary>
public class StateTests
{
    [Fact]
    public async Task Pass_Twice_ChainsEventsFromZero()
    {
        //
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(new("A", StateType.Pass) { Next = "B", Result = JsonValue.Parse("""{"x":1}"""u8) }, new("B", StateType.Succeed)));
        Assert.Equal(
            ["1<-0 ExecutionStarted", "2<-0 PassStateEntered A", "3<-2 PassStateExited A", "4<-3 SucceedStateEntered B", "5<-4 SucceedStateExited B", "6<-5 ExecutionSucceeded"],
            ScriptRun.Lines(result));
        Assert.Equal("""{"x":1}""", result.Output.ToString());
    }

    [Fact]
    public async Task Fail_WithoutErrorAndCause_ShowsEmptyDetails()
    {
        // L-264, X-084.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("F", StateType.Fail)));
        Assert.Equal(["1<-0 ExecutionStarted", "2<-0 FailStateEntered F", "3<-2 ExecutionFailed"], ScriptRun.Lines(result));
        Assert.Equal("""{"timestamp":1704067200,"type":"ExecutionFailed","id":3,"previousEventId":2,"executionFailedEventDetails":{}}""", ScriptRun.Json(result.History![2]));
    }

    [Fact]
    public async Task Fault_OfRuntime_NamesStateAndEvent()
    {
        // L-369, L-370, X-094.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(new("A", StateType.Pass) { Next = "B" }, new("B", StateType.Pass) { Raises = new Fault("States.Runtime", "No.") }));
        Assert.Equal("5<-4 ExecutionFailed", ScriptRun.Lines(result)[^1]);
        Assert.Equal("An error occurred while executing the state 'B' (entered at the event id #4). No.", result.Cause);
    }

    [Fact]
    public async Task Evaluation_ThatFails_PrecedesTheEnd()
    {
        // assign/test_undefined_reference[BASE_UNDEFINED_OUTPUT_MULTIPLE_STATES].
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(
            new("A", StateType.Pass) { Next = "B" },
            new("B", StateType.Pass) { Raises = new Fault("States.QueryEvaluationError", "Nothing.") { Location = "Output/x" } }));
        Assert.Equal(
            ["3<-2 PassStateExited A", "4<-3 PassStateEntered B", "5<-3 EvaluationFailed B", "6<-5 ExecutionFailed"], ScriptRun.Lines(result)[2..]);
        Assert.Contains(
            "\"cause\":\"An error occurred while executing the state 'B' (entered at the event id #4). Nothing.\",\"location\":\"Output/x\",\"state\":\"B\"",
            ScriptRun.Json(result.History![4]));
    }

    [Fact]
    public async Task Exit_WithVariables_ShowsThemAsText()
    {
        // L-080.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("A", StateType.Pass) { Assign = JsonValue.Parse("""{"v":"abc","n":1}"""u8) }));
        Assert.Equal(
            """{"timestamp":1704067200,"type":"PassStateExited","id":3,"previousEventId":2,"stateExitedEventDetails":{"name":"A","output":"{}","outputDetails":{"truncated":false},"assignedVariables":{"v":"\"abc\"","n":"1"},"assignedVariablesDetails":{"truncated":false}}}""",
            ScriptRun.Json(result.History![2]));
    }

    [Fact]
    public async Task Output_OverTheLimit_KillsTheExecution()
    {
        // E-030, L-042, L-364.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("A", StateType.Pass) { Result = new string('x', 262_143) }));
        Assert.Equal(("States.DataLimitExceeded", "The state/task 'A' returned a result with a size exceeding the maximum number of bytes service limit."), (result.Error, result.Cause));
        Assert.Equal("3<-2 ExecutionFailed", ScriptRun.Lines(result)[^1]);
    }

    [Fact]
    public async Task Output_AtTheLimit_Passes()
    {
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("A", StateType.Pass) { Result = new string('x', 262_142) }));
        Assert.Equal(ExecutionStatus.Succeeded, result.Status);
    }

    [Fact]
    public async Task Events_Of25000_EndAStandardExecution()
    {
        // X-070, E-071.
        ExecutionResult result = await ScriptRun.RunAsync(
            () => new Script(new("A", StateType.Pass) { Next = "C" }, new("C", StateType.Choice) { Loop = int.MaxValue, Next = "A" }));
        Assert.Equal((ExecutionStatus.Failed, "States.Runtime", 25_000), (result.Status, result.Error, result.EventCount));
        Assert.Equal("The execution reached the maximum number of history events (25000).", result.Cause);
        Assert.Equal("25000<-24999 ExecutionFailed", ScriptRun.Lines(result)[^1]);
    }

    [Fact]
    public async Task Events_Of25000_DoNotEndAnExpressExecution()
    {
        ExecutionResult result = await ScriptRun.RunAsync(
            () => Script.Of(MachineType.Express, null, new("A", StateType.Pass) { Next = "C" }, new("C", StateType.Choice) { Loop = 10_000, Next = "S" }, new("S", StateType.Succeed)));
        Assert.Equal((ExecutionStatus.Succeeded, 40_004), (result.Status, result.EventCount));
    }

    [Fact]
    public async Task Context_OfPass_HasAwsOrderAndFormats()
    {
        // L-090..L-097.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(new ScriptState("A", StateType.Pass) { PassesContext = true }), """{"i":1}""");
        Assert.Equal(
            """{"Execution":{"Id":"arn:aws:states:us-east-1:123456789012:execution:script:run","Input":{"i":1},"StartTime":"2024-01-01T00:00:00.000Z","Name":"run","RoleArn":"arn:aws:iam::123456789012:role/compiled","RedriveCount":0},"StateMachine":{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:script","Name":"script"},"State":{"Name":"A","EnteredTime":"2024-01-01T00:00:00.000Z"}}""",
            result.Output.ToString());
    }
}

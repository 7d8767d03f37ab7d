using Compiled.TestState;

namespace TestState.Tests;

/// <summary>Requests that are refused. FEATURES M-020 to M-024, E-115.</summary>
public sealed class RefusalTests
{
    private const string Pass = """{"Type":"Pass","End":true}""";
    private const string Lambda = """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true}""";
    private const string Sync = """{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:m"},"End":true}""";
    private const string Activity = """{"Type":"Task","Resource":"arn:aws:states:us-east-1:123456789012:activity:a","End":true}""";
    private const string Parallel = """{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}}],"End":true}""";
    private const string Map = """{"Type":"Map","ItemProcessor":{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},"End":true}""";

    [Theory]
    [InlineData(Map, "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]")]
    [InlineData(Parallel, "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]")]
    [InlineData(Sync, "TestState API does not support Task states with a '.sync' or '.waitForTaskToken' service integration pattern when a mock is not specified.")]
    [InlineData(Activity, "TestState API does not support activity tasks when a mock is not specified.")]
    [InlineData("""{"Type":"Pass"}""", "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: ")]
    [InlineData("""{"Type":"Pass","End":true},"B":{"Type":"Succeed"}""", "Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ")]
    [InlineData("[]", "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object")]
    [InlineData("{", "Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: ")]
    public async Task Definition_ThatCannotBeTested_IsRefused(string definition, string expected) =>
        Assert.StartsWith("InvalidDefinition: " + expected, await Tested.RefusalAsync(new StateTestRequest { Definition = definition, RoleArn = Tested.Role }), StringComparison.Ordinal);

    [Theory]
    [InlineData(Lambda, "not JSON", "Mocked result must be valid JSON")]
    [InlineData(Map, "{}", "Mocked result must be an array.")]
    [InlineData(Parallel, "{}", "Mocked result must be an array.")]
    [InlineData(Parallel, "[1,2]", "Mocked result must contain the same number of items as number of Parallel branches.")]
    [InlineData(Pass, "{}", "State type 'Pass' is not supported when a mock is specified")]
    [InlineData("""{"Type":"Wait","Seconds":1,"End":true}""", "{}", "State type 'Wait' is not supported when a mock is specified")]
    public async Task Mock_ThatDoesNotFitItsState_IsRefused(string definition, string result, string expected) =>
        Assert.Equal("ValidationException: " + expected, await Tested.RefusalAsync(new StateTestRequest { Definition = definition, Mock = new StateTestMock { Result = result } }));

    [Fact]
    public async Task Request_WhosePartsExcludeEachOther_IsRefused()
    {
        StateTestRequest mocked = new() { Definition = Map, Input = "[1]", Mock = new StateTestMock { Result = "[1]" } };

        Assert.Equal(
            "ValidationException: TestState does not support RevealSecrets when a mock is specified.", await Tested.RefusalAsync(mocked with { RevealSecrets = true }));
        Assert.Equal(
            "ValidationException: A test mock should have only one of the following fields: [result, errorOutput].",
            await Tested.RefusalAsync(mocked with { Mock = new StateTestMock { Result = "[1]", ErrorOutput = new StateTestError("E", null) } }));
        Assert.Equal(
            "ValidationException: TestState does not support MapIterationFailureCount when a mock is not specified.",
            await Tested.RefusalAsync(mocked with { Mock = null, Configuration = new StateTestConfiguration { MapIterationFailureCount = 0 } }));
        Assert.Equal(
            "ValidationException: Map iteration failure count must be less than or equal to the number of Map iterations",
            await Tested.RefusalAsync(mocked with { Configuration = new StateTestConfiguration { MapIterationFailureCount = 2 } }));
        Assert.Equal("ValidationException: RoleArn must be specified when testing a Task state", await Tested.RefusalAsync(new StateTestRequest { Definition = Lambda }));
        Assert.StartsWith("InvalidExecutionInput: Invalid State Machine Execution Input: '", await Tested.RefusalAsync(new StateTestRequest { Definition = Pass, Input = "{" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Map":{}}""", "'Map' field is not supported when mocking a Context object")]
    [InlineData("""{"Other":{}}""", "Field 'Other' is not allowed")]
    [InlineData("""{"State":{"Other":1}}""", "Field 'Other' is not allowed")]
    [InlineData("""{"Execution":{"Name":1}}""", "Execution.Name must be a string")]
    [InlineData("""{"State":{"RetryCount":"1"}}""", "State.RetryCount must be a number")]
    [InlineData("""{"Task":{"Token":"t"}}""", "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern")]
    [InlineData("[]", "it must be a JSON object")]
    public async Task Context_ThatNoExecutionHas_IsRefused(string context, string expected) =>
        Assert.Equal("ValidationException: Invalid Context object provided: " + expected, await Tested.RefusalAsync(new StateTestRequest { Definition = Pass, Context = context }));

    [Theory]
    [InlineData("[]", "Variables must be a JSON object, with a member for each variable.")]
    [InlineData("""{"states":1}""", "'states' can't be the name of a variable: a name is a letter or '_', then up to 79 letters, digits and '_', and not 'states'.")]
    [InlineData("""{"a.b":1}""", "'a.b' can't be the name of a variable: a name is a letter or '_', then up to 79 letters, digits and '_', and not 'states'.")]
    public async Task Variables_ThatNoStateCanHave_AreRefused(string variables, string expected) =>
        Assert.Equal("ValidationException: " + expected, await Tested.RefusalAsync(new StateTestRequest { Definition = Pass, Variables = variables }));
}

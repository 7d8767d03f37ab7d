using Compiled.TestState;
using Compiled.Values;

namespace TestState.Tests;

/// <summary>Every type of state, alone and in its machine. FEATURES P-123, M-020, M-021, M-028.</summary>
public sealed class StateTypesTests
{
    private const string Task = """{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:pay","Next":"Ship"}""";

    [Theory]
    [InlineData("""{"Type":"Pass","Result":1,"Next":"B"}""", """SUCCEEDED 1 -> B""")]
    [InlineData("""{"Type":"Pass","End":true}""", """SUCCEEDED {"a":5}""")]
    [InlineData("""{"Type":"Succeed","OutputPath":"$.a"}""", """SUCCEEDED 5""")]
    [InlineData("""{"Type":"Fail","Error":"E","Cause":"C"}""", """FAILED E C""")]
    [InlineData("""{"Type":"Fail","QueryLanguage":"JSONata","Error":"{% 'E' & $states.input.a %}"}""", """FAILED E5""")]
    [InlineData("""{"Type":"Wait","Seconds":60,"Next":"B"}""", """SUCCEEDED {"a":5} -> B""")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":5,"Next":"Five"}],"Default":"Other"}""", """SUCCEEDED {"a":5} -> Five""")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":6,"Next":"Six"}],"Default":"Other"}""", """SUCCEEDED {"a":5} -> Other""")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":6,"Next":"Six"}]}""", """FAILED States.Runtime Failed to transition""")]
    [InlineData("""{"Type":"Pass","Parameters":{"b.$":"$.b"},"End":true}""", """FAILED States.Runtime The JSONPath '$.b' """)]
    public async Task State_Alone_EndsAsInAnExecution(string definition, string expected)
    {
        StateTestResult result = await Tested.RunAsync(definition, """{"a":5}""");

        Assert.StartsWith(expected, Tested.Show(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Task_WithAHandler_IsDone()
    {
        StateTestRequest request = new() { Definition = Task, Input = """{"sum":3}""", RoleArn = Tested.Role };

        StateTestResult result = await Tested.RunAsync(request, new Handler(static input => JsonValue.Object(new JsonProperty(Key.Of("paid"), input.Get("sum")))));

        Assert.Equal("""SUCCEEDED {"paid":3} -> Ship""", Tested.Show(result));
    }

    [Fact]
    public async Task Task_WithoutAHandler_FailsByName()
    {
        StateTestResult result = await Tested.RunAsync(new StateTestRequest { Definition = Task, RoleArn = Tested.Role });

        Assert.Equal(StateTestStatus.Failed, result.Status);
        Assert.Contains("function:pay", result.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, "FAILED States.Timeout")]
    [InlineData(3000, "FAILED States.Timeout")]
    public async Task Task_ThatLastsTooLong_TimesOut(int timeoutSeconds, string expected)
    {
        string definition = $$"""{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:pay","TimeoutSeconds":{{timeoutSeconds}},"End":true}""";
        Handler slow = new(async (_, context, token) =>
        {
            await System.Threading.Tasks.Task.Delay(TimeSpan.FromHours(1), context.TimeProvider, token);
            return JsonValue.Null;
        });

        StateTestResult result = await Tested.RunAsync(new StateTestRequest { Definition = definition, RoleArn = Tested.Role }, slow);

        Assert.Equal(expected, Tested.Show(result));
    }

    [Fact]
    public async Task Wait_LongerThanFiveMinutes_TimesOut() =>
        Assert.Equal("FAILED States.Timeout", Tested.Show(await Tested.RunAsync("""{"Type":"Wait","Seconds":301,"End":true}""")));

    [Fact]
    public async Task State_OfAMachine_IsFoundInsideItsMaps()
    {
        const string Machine = """
            {"QueryLanguage":"JSONata","StartAt":"Outer","States":{"Outer":{"Type":"Map","Items":[1],"End":true,
             "ItemProcessor":{"StartAt":"Inner","States":{"Inner":{"Type":"Pass","Output":"{% $states.context.State.Name %}","Next":"Last"},"Last":{"Type":"Succeed"}}}}}}
            """;

        Assert.Equal("SUCCEEDED \"Inner\" -> Last", Tested.Show(await Tested.RunAsync(Machine, stateName: "Inner")));
        Assert.Equal("ValidationException: State not found in definition", await Tested.RefusalAsync(new StateTestRequest { Definition = Machine, StateName = "inner" }));
    }

    [Fact]
    public async Task State_ThatLeadsToItself_IsLeftAfterOneVisit()
    {
        const string Machine = """
            {"StartAt":"Again","States":{"Again":{"Type":"Choice","Choices":[{"Variable":"$.n","NumericGreaterThan":0,"Next":"Again"}],"Default":"Done"},"Done":{"Type":"Succeed"}}}
            """;

        Assert.Equal("""SUCCEEDED {"n":1} -> Again""", Tested.Show(await Tested.RunAsync(Machine, """{"n":1}""", stateName: "Again")));
    }
}

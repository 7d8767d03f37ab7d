using Compiled.TestState;

namespace TestState.Tests;

/// <summary>The context object that a tested state sees. FEATURES M-024.</summary>
public sealed class ContextTests
{
    private const string Shows = """{"Type":"Pass","Parameters":{"c.$":"$$"},"OutputPath":"$.c","End":true}""";

    [Fact]
    public async Task Context_ThatIsGiven_IsAllThatTheStateSees()
    {
        const string Given = """{"Execution":{"Name":"n","Input":[1]},"State":{"RetryCount":3}}""";

        Assert.Equal("SUCCEEDED " + Given, Tested.Show(await Tested.RunAsync(new StateTestRequest { Definition = Shows, Context = Given })));
        Assert.Equal("SUCCEEDED {}", Tested.Show(await Tested.RunAsync(new StateTestRequest { Definition = Shows, Context = "{}" })));
    }

    [Fact]
    public async Task Context_ThatIsNotGiven_IsThatOfAnExpressExecution()
    {
        StateTestResult result = await Tested.RunAsync(new StateTestRequest { Definition = Shows, Input = """{"a":1}""", RoleArn = Tested.Role, Variables = """{"v":1}""" });

        const string Machine = "00000000-0000-4000-8001-000000000007", Name = "00000000-0000-4000-8002-000000000007";
        Assert.Equal(
            $$$"""SUCCEEDED {"Execution":{"Id":"arn:aws:states:us-east-1:123456789012:express:{{{Machine}}}:{{{Name}}}","Input":{"a":1},"StartTime":"2026-01-01T00:00:00.000Z","Name":"{{{Name}}}","RoleArn":"{{{Tested.Role}}}"},"StateMachine":{"Id":"arn:aws:states:us-east-1:123456789012:stateMachine:{{{Machine}}}","Name":"{{{Machine}}}"},"State":{"Name":"StateName","EnteredTime":"2026-01-01T00:00:00.000Z"}}""",
            Tested.Show(result));
    }

    [Fact]
    public async Task Context_InAnItemSelector_HasTheItemBesideWhatIsGiven()
    {
        StateTestRequest request = new()
        {
            Definition = """{"Type":"Map","ItemSelector":{"e.$":"$$.Execution.Name","v.$":"$$.Map.Item.Value"},"ItemProcessor":{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}},"End":true}""",
            Input = "[5]",
            Context = """{"Execution":{"Name":"n"}}""",
            Mock = new StateTestMock { Result = "[0]" },
            InspectionLevel = InspectionLevel.Debug,
        };

        Assert.Equal("""[{"e":"n","v":5}]""", (await Tested.RunAsync(request)).InspectionData!.AfterItemSelector.ToString());
    }
}

using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>TestState over the API; what it does is tested where it is done. FEATURES P-123.</summary>
public sealed class TestStateTests
{
    private const string Task = """
        {"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"q","MessageBody.$":"$.text"},"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Failed"}],"Next":"Sent"}
        """;

    [Fact]
    public async Task TestState_OfAMockedError_TellsWhereItLeads()
    {
        await using ApiHost api = await ApiHost.StartAsync();

        JsonObject answer = await api.CallAsync("TestState", new JsonObject
        {
            ["definition"] = Task,
            ["input"] = """{"text":"hi"}""",
            ["inspectionLevel"] = "DEBUG",
            ["mock"] = new JsonObject { ["errorOutput"] = new JsonObject { ["error"] = "Oops", ["cause"] = "It broke." } },
        });

        Assert.Equal(("CAUGHT_ERROR", "Failed", "Oops", "It broke."), ((string?)answer["status"], (string?)answer["nextState"], (string?)answer["error"], (string?)answer["cause"]));
        Assert.Equal("""{"QueueUrl":"q","MessageBody":"hi"}""", (string?)answer["inspectionData"]!["afterParameters"]);
    }

    [Fact]
    public async Task TestState_WithoutRoleOrMock_OrWithAWrongWord_IsRefused()
    {
        await using ApiHost api = await ApiHost.StartAsync();

        Assert.Equal(("ValidationException", "RoleArn must be specified when testing a Task state"), await api.RefuseAsync("TestState", new JsonObject { ["definition"] = Task }));
        Assert.Equal(
            ("ValidationException", "1 validation error detected: Value 'ALL' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]"),
            await api.RefuseAsync("TestState", new JsonObject { ["definition"] = Definitions.Pass, ["inspectionLevel"] = "ALL" }));
    }
}

using Compiled;
using Compiled.WebConsole;
using Microsoft.Extensions.DependencyInjection;

namespace Server.Tests;

/// <summary>What the console is given of the machines. FEATURES V-001, V-003, V-004.</summary>
public sealed class ConsoleMachinesTests : IAsyncLifetime
{
    private ApiHost _api = null!;

    private IConsoleMachines Machines => _api.Services.GetRequiredService<IConsoleMachines>();

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Fact]
    public async Task Create_ThenUpdateAndPublish_ShowsInFindAndList()
    {
        string arn = await Machines.CreateAsync(new ConsoleMachineDraft("Order", MachineType.Standard, Definitions.Pass));
        await Machines.CreateAsync(new ConsoleMachineDraft("Bill", MachineType.Express, Definitions.Pass));
        await Machines.UpdateAsync(arn, new ConsoleMachineDraft("Order", MachineType.Standard, Definitions.Wait));
        string version = await Machines.PublishVersionAsync(arn, "first");

        ConsoleMachine? found = await Machines.FindAsync(arn);
        ConsoleMachinePage page = await Machines.ListAsync("ORD", 0, 10), second = await Machines.ListAsync(null, 1, 1);

        Assert.Equal((ApiHost.Prefix + "stateMachine:Order", Definitions.Wait, true), (found!.Row.Arn, found.Definition, found.IsEditable));
        Assert.Equal([(version, "first")], found.Versions.Select(static item => (item.Arn, item.Description)));
        Assert.NotNull(found.RevisionId);
        Assert.Equal("Order of 1", $"{string.Join(", ", page.Machines.Select(static row => row.Name))} of {page.Total}");
        Assert.Equal("Order of 2", $"{string.Join(", ", second.Machines.Select(static row => row.Name))} of {second.Total}");
        Assert.Null(await Machines.FindAsync(arn + "2"));
    }

    [Fact]
    public async Task Start_WithAnInputThatIsNoJson_IsRefusedInTheApisWords()
    {
        string arn = await Machines.CreateAsync(new ConsoleMachineDraft("Order", MachineType.Standard, Definitions.Pass));

        ConsoleRefusedException refused = await Assert.ThrowsAsync<ConsoleRefusedException>(() => Machines.StartAsync(new ConsoleStart(arn, "not json", null, null)).AsTask());

        Assert.Equal("InvalidExecutionInput", refused.Code);
        Assert.Equal(
            "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'", refused.Message);
        string started = await Machines.StartAsync(new ConsoleStart(arn, "{}", "n", null));
        Assert.Equal(ApiHost.Prefix + "execution:Order:n", started);
    }

    [Fact]
    public async Task Aliases_AndTags_AreChangedThroughTheApi()
    {
        string arn = await Machines.CreateAsync(new ConsoleMachineDraft("Order", MachineType.Standard, Definitions.Pass));
        string first = await Machines.PublishVersionAsync(arn, null);
        await Machines.UpdateAsync(arn, new ConsoleMachineDraft("Order", MachineType.Standard, Definitions.Wait));
        string second = await Machines.PublishVersionAsync(arn, null);

        await Machines.CreateAliasAsync(arn, "live", new ConsoleAliasDraft("what customers get", [new(second, 90), new(first, 10)]));
        await Machines.SetTagAsync(arn, "team", "shop");
        await Machines.SetTagAsync(arn, "team", "bakery");
        ConsoleMachine created = (await Machines.FindAsync(arn))!;
        await Machines.UpdateAliasAsync(arn + ":live", new ConsoleAliasDraft(null, [new(second, 100)]));
        await Machines.RemoveTagAsync(arn, "team");
        await Machines.DeleteVersionAsync(first);
        ConsoleMachine changed = (await Machines.FindAsync(arn))!;
        ConsoleRefusedException refused = await Assert.ThrowsAsync<ConsoleRefusedException>(() => Machines.DeleteVersionAsync(second).AsTask());
        await Machines.DeleteAliasAsync(arn + ":live");

        Assert.Equal("what customers get", created.Aliases[0].Description);
        Assert.Equal([new(second, 90), new(first, 10)], created.Aliases[0].Routes);
        Assert.Equal([new("team", "bakery")], created.Tags);
        Assert.Equal([new(second, 100)], changed.Aliases[0].Routes);
        Assert.Equal([second], changed.Versions.Select(static version => version.Arn));
        Assert.Empty(changed.Tags);
        Assert.Equal("ConflictException", refused.Code);
        Assert.Empty((await Machines.FindAsync(arn))!.Aliases);
    }

    [Fact]
    public async Task StateTest_WithAMock_IsTheApisTestState()
    {
        IConsoleStateTests tests = _api.Services.GetRequiredService<IConsoleStateTests>();
        ConsoleStateTest test = new()
        {
            Definition = """{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"q","MessageBody":"b"},"Retry":[{"ErrorEquals":["Busy"]}],"End":true}}}""",
            StateName = "A",
            Input = "{}",
            MockError = "Busy",
            MockCause = "Later.",
            RetrierRetryCount = 1,
        };

        ConsoleStateTestResult result = await tests.TestAsync(test);
        ConsoleRefusedException refused = await Assert.ThrowsAsync<ConsoleRefusedException>(() => tests.TestAsync(test with { StateName = "B" }).AsTask());

        Assert.Equal(("RETRIABLE", "Busy", "Later.", null), (result.Status, result.Error, result.Cause, result.Output));
        Assert.Contains("\"retryBackoffIntervalSeconds\":2", result.InspectionData, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Message);
    }
}

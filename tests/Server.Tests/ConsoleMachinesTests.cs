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
}

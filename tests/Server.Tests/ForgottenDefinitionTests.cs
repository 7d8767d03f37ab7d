using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>What a server keeps of definitions that no machine has any more: nothing. FEATURES P-033, P-036.</summary>
public sealed class ForgottenDefinitionTests : IAsyncLifetime
{
    private const string Arn = ApiHost.Prefix + "stateMachine:Order";

    private ApiHost _api = null!;

    public async Task InitializeAsync() => _api = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await _api.DisposeAsync();

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task Delete_UnloadsTheCompiledDefinition(string type)
    {
        await _api.CreateAsync("Order", Definitions.Pass, type);
        await RunAsync(type);
        WeakReference loaded = Loaded(type == "EXPRESS");

        await _api.CallAsync("DeleteStateMachine", new JsonObject { ["stateMachineArn"] = Arn });

        AssertUnloaded(loaded);
    }

    [Fact]
    public async Task Update_UnloadsTheDefinitionBefore_UnlessAVersionHasIt()
    {
        await _api.CreateAsync("Order", Definitions.Pass);
        await RunAsync("STANDARD");
        WeakReference first = Loaded(isExpress: false);
        await UpdateAsync(Definitions.Wait, publish: true);
        WeakReference second = Loaded(isExpress: false);

        await UpdateAsync(Definitions.Fail, publish: false);

        AssertUnloaded(first);
        Assert.True(second.IsAlive);
    }

    private static void AssertUnloaded(WeakReference loaded)
    {
        for (int round = 0; loaded.IsAlive && round < 200; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(loaded.IsAlive, "The assembly of a definition that no machine has is still loaded.");
    }

    private Task UpdateAsync(string definition, bool publish)
        => _api.CallAsync("UpdateStateMachine", new JsonObject { ["stateMachineArn"] = Arn, ["definition"] = definition, ["publish"] = publish });

    private async Task RunAsync(string type)
    {
        if (type == "EXPRESS")
            await _api.CallAsync("StartSyncExecution", new JsonObject { ["stateMachineArn"] = Arn });
        else
            await _api.EndAsync(await _api.StartAsync(Arn));
    }

    // In a method of its own: no local here may hold the workflow.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Loaded(bool isExpress)
        => new(_api.Server.Workflows.Get("Order", isExpress, _api.Server.Catalog.Get(Arn).Machine.Settings.Definition).GetType().Assembly);
}

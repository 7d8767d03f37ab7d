using System.Text.Json;
using System.Text.Json.Serialization;
using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>Running with types of the caller's own.</summary>
public partial class TypedTests
{
    [Fact]
    public async Task Run_WithReflection_ReadsAndWritesTypes()
    {
        Script script = new(new ScriptState("A", StateType.Pass));
        Assert.Equal(new Order("a", 2), await script.RunAsync<Order, Order>(new Order("a", 2)));
        Assert.Equal("[1]", (await script.RunAsync<JsonValue, JsonValue>(JsonValue.Parse("[1]"))).ToString());
    }

    [Fact]
    public async Task Run_WithContracts_UsesThem()
    {
        Script script = new(new ScriptState("A", StateType.Pass));
        ExecutionOptions options = new() { JsonSerializerOptions = Contracts.Default.Options };
        Assert.Equal(new Order("a", 2), await script.RunAsync<Order, Order>(new Order("a", 2), options));
        JsonElement raw = await script.RunAsync<Order, JsonElement>(new Order("a", 2), new ExecutionOptions { JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = JsonSerializerOptions.Default.TypeInfoResolver } });
        Assert.Equal("""{"id":"a","count":2}""", raw.GetRawText());
    }

    [Fact]
    public async Task Run_ThatFails_ThrowsErrorAndCause()
    {
        Script script = new(new ScriptState("F", StateType.Fail) { Error = "E", Cause = "C" });
        WorkflowFailedException thrown = await Assert.ThrowsAsync<WorkflowFailedException>(async () => await script.RunAsync<Order, Order>(new Order("a", 2)));
        Assert.Equal(("E", "C", ExecutionStatus.Failed), (thrown.Error, thrown.Cause, thrown.Status));
        Assert.Contains("ended as Failed with E: C", thrown.Message);
    }

    [Fact]
    public async Task Run_ThatIsCancelled_ThrowsCancellation()
    {
        using CancellationTokenSource stop = new();
        Task<Order> running = new Script(new ScriptState("W", StateType.Wait) { Seconds = 60 }).RunAsync<Order, Order>(new Order("a", 2), null, stop.Token).AsTask();
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    internal sealed record Order(string Id, int Count);

    [JsonSerializable(typeof(Order))]
    private sealed partial class Contracts : JsonSerializerContext;
}

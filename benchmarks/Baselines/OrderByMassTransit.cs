using System.Text.Json;
using Compiled.Benchmarks.Baselines.Saga;
using MassTransit;

namespace Compiled.Benchmarks.Baselines;

/// <summary>W2 through MassTransit's transport and saga repository in memory, from a message to the saga's end.</summary>
internal static class OrderByMassTransit
{
    // Started by the first order.
    private static readonly Lazy<Task<IBusControl>> s_bus = new(StartAsync);

    public static async ValueTask Run(byte[] input, Output output)
    {
        IBusControl bus = await s_bus.Value.ConfigureAwait(false);
        Guid id = NewId.NextGuid();
        TaskCompletionSource<Confirmation> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        OrderSagaMachine.Waiting[id] = done;
        await bus.Publish(new OrderSubmitted(id, input)).ConfigureAwait(false);
        Confirmation result = await done.Task.ConfigureAwait(false);
        Utf8JsonWriter writer = output.Writer();
        JsonSerializer.Serialize(writer, result, ModelContext.Default.Confirmation);
        writer.Flush();
    }

    private static async Task<IBusControl> StartAsync()
    {
        IBusControl bus = Bus.Factory.CreateUsingInMemory(static configure
            => configure.ReceiveEndpoint("orders", static endpoint => endpoint.StateMachineSaga(new OrderSagaMachine(), new InMemorySagaRepository<OrderSaga>())));
        await bus.StartAsync().ConfigureAwait(false);
        return bus;
    }
}

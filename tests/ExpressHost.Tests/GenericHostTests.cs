using Compiled;
using Compiled.Hosting;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExpressHost.Tests;

public sealed class GenericHostTests
{
    [Fact]
    public async Task GenericHost_ExpressWorkflows_AreThereEachInAScope()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddScoped<Scoped>();
        builder.Services.AddTransient(provider =>
        {
            Scoped scoped = provider.GetRequiredService<Scoped>();
            return new AskWorkflow((input, _) => ValueTask.FromResult(JsonValue.String($"{input.AsString()} {scoped.IsDisposed}")));
        });
        builder.Services.AddSingleton(new Compiled.DependencyInjection.WorkflowRegistration(static provider => provider.GetRequiredService<AskWorkflow>()));
        builder.Services.AddSingleton(new Compiled.DependencyInjection.WorkflowRegistration(static _ => new StandardEcho()));
        builder.Services.AddExpressHost((_, options) => options with { WorkerCount = 1 });
        using IHost application = builder.Build();
        await application.StartAsync();
        var host = application.Services.GetRequiredService<Compiled.Hosting.ExpressHost>();

        ExpressExecution execution = await host.StartAsync("Ask", JsonValue.String("disposed:"));
        ExecutionResult result = await execution.Ended;
        await application.StopAsync();

        Assert.Equal("\"disposed: False\"", result.Output.ToString());
        // One to learn the machine's name, one for the execution.
        Assert.Equal((2, 2), (Scoped.s_made, Scoped.s_disposed));
        await Assert.ThrowsAsync<ExpressHostStoppedException>(async () => await host.StartAsync("Ask", JsonValue.Null));
    }

    private sealed class Scoped : IDisposable
    {
        public static int s_made, s_disposed;

        public Scoped() => Interlocked.Increment(ref s_made);

        public bool IsDisposed { get; private set; }

        public void Dispose()
        {
            IsDisposed = true;
            Interlocked.Increment(ref s_disposed);
        }
    }
}

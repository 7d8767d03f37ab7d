using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Testing;
using Compiled.Tasks;
using Compiled.Values;
using Compiled.WebConsole;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Console.Tests.Host;

/// <summary>The console in this process, over real durable executions in memory, on a port that the system chose.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ConsoleHost(WebApplication app, DurableExecutions executions, MemoryMachines machines, TaskHandlerRegistry handlers, MemoryExpress express)
    {
        (_app, Executions, Machines, Handlers, Express) = (app, executions, machines, handlers, express);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        Client.DefaultRequestHeaders.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
    }

    public DurableExecutions Executions { get; }

    public MemoryMachines Machines { get; }

    public TaskHandlerRegistry Handlers { get; }

    public MemoryExpress Express { get; }

    public Uri Address { get; }

    /// <summary>Asks as the console's own pages do, and follows no redirect silently.</summary>
    public HttpClient Client { get; }

    public static async Task<ConsoleHost> StartAsync(ConsoleOptions? options = null, IJournalStore? store = null)
    {
        TaskHandlerRegistry handlers = new();
        DurableExecutions executions = new(
            store ?? new MemoryJournal(),
            new DurableOptions { TaskHandlers = handlers, CompileDefinition = RuntimeDefinitions.Compile, ObjectStore = new MemoryObjectStore(), DrainTimeout = TimeSpan.Zero });
        MemoryMachines machines = new(executions);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(executions).AddSingleton<IConsoleMachines>(machines).AddSingleton<IConsoleStateTests>(new StateTests());
        MemoryExpress express = new(handlers);
        builder.Services.AddSingleton<IConsoleExpress>(express);
        if (options is not null)
            builder.Services.AddSingleton(options);
        WebApplication app = builder.Build();
        app.MapConsole();
        await app.StartAsync();
        await executions.RunAsync();
        return new ConsoleHost(app, executions, machines, handlers, express);
    }

    public async Task<string> CreateAsync(string name, string definition, MachineType type = MachineType.Standard)
        => await Machines.CreateAsync(new ConsoleMachineDraft(name, type, definition));

    public async Task<string> StartExecutionAsync(string machine, string input = "{}", string? name = null)
        => (await Executions.StartAsync(machine, JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes(input)), name)).ExecutionArn;

    /// <summary>Runs an execution to its end.</summary>
    public async Task<string> RunExecutionAsync(string machine, string input = "{}", string? name = null)
    {
        string arn = await StartExecutionAsync(machine, input, name);
        await Executions.WaitAsync(arn);
        return arn;
    }

    public Task<string> GetAsync(string path) => Client.GetStringAsync(new Uri(Address, "/console" + path));

    /// <summary>Presses a button; gives where that leads.</summary>
    public async Task<string> DoAsync(string deed, params (string Name, string Value)[] fields)
    {
        HttpResponseMessage answer = await PostAsync(deed, fields);
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public async Task<HttpResponseMessage> PostAsync(string deed, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        return await Client.PostAsync(new Uri(Address, "/console/do/" + deed), form);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        // Streams to browsers don't end by themselves.
        using CancellationTokenSource now = new(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        await Executions.DisposeAsync();
    }
}

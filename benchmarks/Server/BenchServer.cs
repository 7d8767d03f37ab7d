using System.Buffers;
using Compiled.Benchmarks.Baselines;
using Compiled.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compiled.Benchmarks.Server;

/// <summary>The server on a port of the loopback, and beside it a bare endpoint that runs the hand-written W2 for the bytes that it gets.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    public const string Bare = "/order";

    private static readonly OrderTasks s_tasks = new();
    private static readonly Clock s_clock = new();

    // Its buffer is large, and a hand-written endpoint would use it again.
    [ThreadStatic]
    private static Output? t_output;

    private readonly WebApplication _app;

    private BenchServer(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Urls.First()).Port;

    public StepFunctionsServer Server => _app.Services.GetRequiredService<StepFunctionsServer>();

    /// <summary>Opens it on a folder.</summary>
    public static async Task<BenchServer> StartAsync(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddStepFunctions(new StepFunctionsOptions { DataFolder = folder, TaskHandlers = new OrderHandlers() });
        WebApplication app = builder.Build();
        app.MapStepFunctions();
        app.MapPost(Bare, (RequestDelegate)AnswerAsync);
        await app.StartAsync();
        return new BenchServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        int length = (int)context.Request.ContentLength!.Value;
        byte[] input = ArrayPool<byte>.Shared.Rent(length);
        await context.Request.Body.ReadExactlyAsync(input.AsMemory(0, length));
        Output output = t_output ?? new Output();
        t_output = null;
        await Typed.Order(input.AsMemory(0, length), output, s_tasks, s_clock, context.RequestAborted);
        ArrayPool<byte>.Shared.Return(input);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = output.Buffer.WrittenCount;
        await context.Response.Body.WriteAsync(output.Buffer.WrittenMemory, context.RequestAborted);
        t_output = output;
    }
}

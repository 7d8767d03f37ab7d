using System.Buffers.Text;
using System.Security.Cryptography;
using Compiled.ObjectStore;
using Compiled.Server;
using Compiled.WebConsole;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compiled.Cli.Serving;

/// <summary>Runs the server until it is told to stop.</summary>
internal static class ServeAction
{
    public static async Task<int> RunAsync(CliConsole console, ServeSettings settings, CancellationToken cancellationToken)
    {
        ITaskHandler tasks = await ServeFiles.TasksAsync(settings, console, cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> keys = await ServeFiles.AccessKeysAsync(settings, console, cancellationToken).ConfigureAwait(false);
        FolderObjectStore? objects = settings.Objects is { } folder ? OutsideFiles.Buckets(folder) : null;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(static options => options.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        builder.WebHost.UseUrls($"http://{(settings.Host.Contains(':', StringComparison.Ordinal) ? $"[{settings.Host}]" : settings.Host)}:{settings.Port}");
        builder.Services.AddStepFunctions(new StepFunctionsOptions
        {
            Region = settings.Region,
            AccountId = settings.Account,
            DataFolder = settings.DataFolder is { } data ? Path.Combine(console.Folder, data) : null,
            TaskHandlers = tasks,
            ObjectStore = objects,
            WaitTimeScale = settings.WaitTimeScale,
            Mocks = ServeFiles.Mocks(settings, console),
            Starts = await ServeFiles.StartsAsync(settings, console, cancellationToken).ConfigureAwait(false),
            Logs = ServeFiles.Logs(settings, console),
            AccessKeys = keys,
            RequestsPerSecond = settings.RequestsPerSecond,
        });
        string? token = settings.ConsoleToken ?? (settings.IsLoopback ? null : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)));
        builder.Services.AddSingleton(new ConsoleOptions { Token = token });
        WebApplication app = builder.Build();
        await using (app.ConfigureAwait(false))
        {
            await OpenAsync(app, settings, cancellationToken).ConfigureAwait(false);
            string address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
            await console.Output.WriteLineAsync($"Step Functions at {address}, {(settings.DataFolder is { } kept ? $"kept in {kept}" : "kept in memory only")}. Ctrl+C stops it.").ConfigureAwait(false);
            await console.Output.WriteLineAsync($"Console at {address}/console{(token is null ? "" : $"?token={Uri.EscapeDataString(token)}")}").ConfigureAwait(false);
            await console.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
            await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        }

        return ExitCodes.Success;
    }

    private static async Task OpenAsync(WebApplication app, ServeSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            app.MapStepFunctions();
            app.MapConsole();
            app.MapGet("/", static () => Results.LocalRedirect("/console"));
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or Sqlite.SqliteJournalException or Microsoft.Data.Sqlite.SqliteException)
        {
            throw new CliException($"The server can't start on {settings.Host}:{settings.Port} with the data folder '{settings.DataFolder}': {failure.Message}");
        }
    }
}

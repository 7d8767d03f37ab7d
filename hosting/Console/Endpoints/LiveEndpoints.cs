using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Compiled.Durable;
using Compiled.WebConsole.Pages;
using Compiled.WebConsole.Pages.Executions;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Compiled.WebConsole.Endpoints;

/// <summary>Server-sent events that tell a page when to look again. FEATURES V-017.</summary>
internal static class LiveEndpoints
{
    // A stream that has nothing to tell says so from time to time, so that a browser that went away is noticed.
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(15);

    public static void Map(IEndpointRouteBuilder group, Func<HttpContext, ConsoleContext> of)
    {
        group.MapGet("/live", (HttpContext http) =>
        {
            ConsoleContext console = of(http);
            string arn = http.Request.Query["arn"].ToString();
            return Answers.OfExecution(console, () =>
            {
                Watched.Of(console, arn);
                return Stream(http, console, () => OfExecution(console, arn));
            });
        });
        group.MapGet("/live/list", (HttpContext http) =>
        {
            ConsoleContext console = of(http);
            string? machine = http.Request.Query["machine"], mapRun = http.Request.Query["maprun"];
            ExecutionQuery query = new() { Machine = string.IsNullOrEmpty(machine) ? null : machine, MapRun = string.IsNullOrEmpty(mapRun) ? null : mapRun, WithItems = !string.IsNullOrEmpty(mapRun) };
            return Stream(http, console, () => OfList(console, query));
        });
    }

    private static IResult Stream(HttpContext http, ConsoleContext console, Func<string?> look)
        => TypedResults.ServerSentEvents(ChangesAsync(look, console.Options.WatchInterval, http.RequestAborted));

    // How an execution stands, and how far it has come; null when it is gone.
    private static string? OfExecution(ConsoleContext console, string arn)
    {
        if (console.Express is { } express && Arns.IsExpress(arn))
            return express.Find(arn) is { } found ? string.Create(CultureInfo.InvariantCulture, $"{found.Summary.Status} {found.EventCount}") : null;
        try
        {
            ExecutionSummary summary = console.Reader.Summarize(arn);
            int events = console.Models.Use(arn, static model => model.Events.Count);
            return string.Create(CultureInfo.InvariantCulture, $"{summary.Status} {events}");
        }
        catch (ExecutionDoesNotExistException)
        {
            return null;
        }
    }

    private static string OfList(ConsoleContext console, ExecutionQuery query)
    {
        IReadOnlyList<ExecutionSummary> latest = console.Reader.List(query, null, 25).Executions;
        HashCode hash = default;
        IEnumerable<ExecutionSummary> express = query.MapRun is not null ? [] : ExpressList.Find(console, query.Machine, null).Take(25);
        foreach (ExecutionSummary summary in latest.Concat(express))
        {
            hash.Add(summary.ExecutionArn, StringComparer.Ordinal);
            hash.Add(summary.Status);
            hash.Add(summary.RedriveCount);
        }

        return hash.ToHashCode().ToString(CultureInfo.InvariantCulture);
    }

    private static async IAsyncEnumerable<SseItem<string>> ChangesAsync(Func<string?> look, TimeSpan interval, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? told = null;
        TimeSpan silent = TimeSpan.Zero;
        using PeriodicTimer timer = new(interval);
        do
        {
            string? now = look();
            if (now is null)
                yield break;
            silent += interval;
            if (now != told)
                yield return new SseItem<string>(now, "change");
            else if (silent > s_silence)
                yield return new SseItem<string>("", "quiet");
            else
                continue;
            (told, silent) = (now, TimeSpan.Zero);
        }
        while (await TickAsync(timer, cancellationToken).ConfigureAwait(false));
    }

    private static async ValueTask<bool> TickAsync(PeriodicTimer timer, CancellationToken cancellationToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}

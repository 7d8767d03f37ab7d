using System.Text;
using System.Text.Json;
using Compiled.Graph;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Pages;
using Compiled.WebConsole.Pages.Executions;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Compiled.WebConsole.Endpoints;

/// <summary>What can be taken away as files. FEATURES V-002, V-014.</summary>
internal static class ExportEndpoints
{
    private const int Part = 5000;

    public static void Map(IEndpointRouteBuilder group, Func<HttpContext, ConsoleContext> of)
    {
        group.MapGet("/export/history", (HttpContext http) => Answers.OfExecution(of(http), () => History(Watched.Of(of(http), http.Request.Query["arn"].ToString()))));
        group.MapGet("/export/graph", (HttpContext http) => Answers.OfExecution(of(http), () => Graph(of(http), http)));
        group.MapGet("/export/definition", (HttpContext http) => Answers.OfExecution(of(http), () =>
        {
            Watched watched = Watched.Of(of(http), http.Request.Query["arn"].ToString());
            return watched.Definition is { } definition
                ? Definition(definition.Text, definition.Name, http)
                : Answers.Missing(of(http), "No definition", "The store has lost the definition of this execution.");
        }));
        group.MapGet("/export/machine-definition", async (HttpContext http) =>
        {
            ConsoleContext console = of(http);
            return await console.Machines.FindAsync(http.Request.Query["arn"].ToString(), http.RequestAborted).ConfigureAwait(false) is { } machine
                ? Definition(machine.Definition, machine.Row.Name, http)
                : Answers.Missing(console, "No such machine", http.Request.Query["arn"].ToString());
        });
        group.MapGet("/export/machine-graph", async (HttpContext http) =>
        {
            ConsoleContext console = of(http);
            return await console.Machines.FindAsync(http.Request.Query["arn"].ToString(), http.RequestAborted) is { } machine
                && console.Pictures.Of(machine.Definition, machine.Row.Type).GraphOf(console.Direction) is { } graph
                ? Svg(graph.Write(), machine.Row.Name)
                : Answers.Missing(console, "No graph", "There is no such machine, or its definition leaves nothing to draw.");
        });
    }

    // YAML where it is asked for and the definition is JSON.
    private static IResult Definition(string text, string name, HttpContext http)
        => http.Request.Query["format"] == "yaml" && YamlText.Of(text) is { } yaml
            ? Results.Bytes(Encoding.UTF8.GetBytes(yaml), "application/yaml", name + ".asl.yaml")
            : Results.Bytes(Encoding.UTF8.GetBytes(text), "application/json", name + ".asl.json");

    // As GetExecutionHistory gives it, in one piece.
    private static IResult History(Watched watched)
    {
        return Results.Stream(
            async stream =>
            {
                await stream.WriteAsync("{\"events\":["u8.ToArray()).ConfigureAwait(false);
                int next = 1, written = 0;
                IReadOnlyList<ReadOnlyMemory<byte>> events;
                do
                {
                    events = watched.ReadEvents(next, Part);
                    foreach (ReadOnlyMemory<byte> json in events)
                    {
                        await stream.WriteAsync(written++ == 0 ? "\n"u8.ToArray() : ",\n"u8.ToArray()).ConfigureAwait(false);
                        await stream.WriteAsync(json).ConfigureAwait(false);
                    }

                    // Of a log of errors some numbers are missing.
                    next = events.Count == 0 ? next : JsonElement.Parse(events[^1].Span).GetProperty("id").GetInt32() + 1;
                }
                while (events.Count == Part);
                await stream.WriteAsync("\n]}\n"u8.ToArray()).ConfigureAwait(false);
            },
            "application/json", watched.Summary.Name + "-history.json");
    }

    private static IResult Graph(ConsoleContext console, HttpContext http)
    {
        Watched watched = Watched.Of(console, http.Request.Query["arn"].ToString());
        Dictionary<string, int> picks = Watched.PicksOf(http.Request.Query);
        return watched.Picture.GraphOf(console.Direction) is { } graph
            ? Svg(watched.Use(model => graph.Write(GraphView.Options(model, ExecutionOverlay.Of(model, picks)))), watched.Summary.Name)
            : Answers.Missing(console, "No graph", "The definition leaves nothing to draw.");
    }

    private static IResult Svg(string svg, string name) => Results.Bytes(Encoding.UTF8.GetBytes(svg), "image/svg+xml", name + ".svg");
}

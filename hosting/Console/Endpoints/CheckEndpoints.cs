using Compiled.Language.Faults;
using Compiled.Language.Json;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Pages;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Compiled.WebConsole.Endpoints;

/// <summary>Judging what a person writes, as it is written. Nothing is changed. FEATURES V-003, V-004.</summary>
internal static class CheckEndpoints
{
    private const int LongestText = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder group, Func<HttpContext, ConsoleContext> of)
    {
        group.MapPost("/check/definition", async (HttpContext http) =>
        {
            if (await TextAsync(http).ConfigureAwait(false) is not { } text)
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            MachinePicture picture = MachinePicture.Of(text, http.Request.Query["type"] == "Express" ? MachineType.Express : MachineType.Standard);
            return Judged(text, picture.Faults, FaultList.Of(picture), GraphView.Machine(of(http), picture));
        });
        group.MapPost("/check/input", async (HttpContext http) =>
        {
            if (await TextAsync(http).ConfigureAwait(false) is not { } text)
                return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
            IReadOnlyList<Fault> faults = JsonReader.ReadValue(text).Faults;
            return Judged(text, faults, faults.Count == 0 ? Markup.Of($"""<p class="fine">{Icons.Of(Graph.StateOutcome.Succeeded)}Valid JSON</p>""") : FaultList.Of(text, faults), default);
        });
    }

    private static async Task<string?> TextAsync(HttpContext http)
    {
        if (http.Request.ContentLength is null or > LongestText)
            return null;
        using StreamReader reader = new(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted).ConfigureAwait(false);
    }

    // One fault at a place is enough to underline it.
    private static IResult Judged(string text, IReadOnlyList<Fault> faults, Markup list, Markup drawing)
        => Results.Text(
            new System.Text.Json.Nodes.JsonObject
            {
                ["faults"] = new System.Text.Json.Nodes.JsonArray([.. faults.Take(200).Select(fault => (System.Text.Json.Nodes.JsonNode)new System.Text.Json.Nodes.JsonObject
                {
                    ["start"] = fault.Span.Start, ["length"] = Math.Max(1, fault.Span.Length), ["severity"] = fault.Severity.ToString().ToLowerInvariant(),
                    ["line"] = TextPlace.Of(text, fault.Span.Start).Line, ["message"] = fault.Message,
                })]),
                ["list"] = list.ToString(),
                ["drawing"] = drawing.ToString(),
                ["tidy"] = faults.Count == 0 ? JsonLayout.Of(text) : null,
            }.ToJsonString(),
            "application/json");
}

using System.Globalization;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Pages;
using Compiled.WebConsole.Pages.Executions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Compiled.WebConsole.Endpoints;

/// <summary>Pieces of the page of an execution, for scripts that put them in place.</summary>
internal static class PartEndpoints
{
    public static void Map(IEndpointRouteBuilder group, Func<HttpContext, ConsoleContext> of)
    {
        void Part(string name, Func<Watched, IQueryCollection, Markup> make) => group.MapGet("/parts/" + name, (HttpContext http) =>
            Answers.OfExecution(of(http), () => Answers.Page(make(Watched.Of(of(http), http.Request.Query["arn"].ToString()), http.Request.Query))));

        Part("head", static (watched, _) => ExecutionHead.Of(watched));
        Part("graph", static (watched, query) => watched.Use(model => GraphView.Execution(watched.Context, watched.Picture, model, Watched.PicksOf(query))));
        Part("picks", static (watched, query) => IterationPicks.Of(watched, Watched.PicksOf(query)));
        Part("state", static (watched, query) => StatePanel.Of(watched, query));
        Part("table", static (watched, query) => VisitTable.Of(watched, OpenRows(query), Number(query["from"])));
        Part("events", static (watched, query) => EventTable.Page(watched, EventFilters.Of(query)));
        Part("event", static (watched, query) => EventTable.Details(watched, Number(query["id"])));
        Part("output", static (watched, _) => ExecutionPage.Outcome(watched));
    }

    private static HashSet<string>? OpenRows(IQueryCollection query) => (string?)query["open"] is { Length: > 0 } open ? [.. open.Split(',')] : null;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}

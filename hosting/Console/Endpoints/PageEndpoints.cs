using Compiled.WebConsole.Pages;
using Compiled.WebConsole.Pages.Executions;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Compiled.WebConsole.Endpoints;

/// <summary>Whole pages, and the files that they use.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder group, Func<HttpContext, ConsoleContext> of)
    {
        // Delegates, so that the answers of these are not taken for those of a RequestDelegate, which has none.
        Delegate machines = (HttpContext http) => MachinesAsync(of(http), http), create = (HttpContext http) => CreateAsync(of(http), http);
        group.MapGet("/", machines);
        group.MapGet("/machines/{**arn}", (HttpContext http, string arn) => MachineAsync(of(http), http, arn));
        group.MapGet("/create", create);
        group.MapGet("/edit/{**arn}", (HttpContext http, string arn) => EditAsync(of(http), http, arn));
        group.MapGet("/start/{**arn}", (HttpContext http, string arn) => StartAsync(of(http), http, arn));
        group.MapGet("/executions", (HttpContext http) => Answers.Page(ExecutionsPage.Of(of(http), ExecutionFilters.Of(http.Request.Query), isExpress: http.Request.Query["tab"] == "express")));
        group.MapGet("/executions/{**arn}", (HttpContext http, string arn) =>
            Answers.OfExecution(of(http), () => Answers.Page(ExecutionPage.Of(Watched.Of(of(http), arn), http.Request.Query))));
        group.MapGet("/mapruns/{**arn}", (HttpContext http, string arn) => Answers.OfExecution(of(http), () => Answers.Page(MapRunPage.Of(of(http), arn, http.Request.Query))));
        group.MapGet("/activities", (HttpContext http) => Answers.Page(ActivitiesPage.Of(of(http))));
        group.MapGet("/assets/{name}", Asset);
    }

    // A version or an alias of a machine is started like the machine, whose ARN is the first seven parts.
    public static string MachineOf(string arn) => arn.Split(':') is { Length: > 7 } parts ? string.Join(':', parts[..7]) : arn;

    private static async Task<IResult> MachinesAsync(ConsoleContext console, HttpContext http)
        => Answers.Page(await MachinesPage.OfAsync(
            console, http.Request.Query["q"], int.TryParse(http.Request.Query["page"], out int page) ? page : 1, http.RequestAborted).ConfigureAwait(false));

    private static async Task<IResult> MachineAsync(ConsoleContext console, HttpContext http, string arn)
        => await console.Machines.FindAsync(arn, http.RequestAborted).ConfigureAwait(false) is { } machine
            ? Answers.Page(MachinePage.Of(console, machine, http.Request.Query["tab"], ExecutionFilters.Of(http.Request.Query), isYaml: http.Request.Query["format"] == "yaml"))
            : NoMachine(console, arn);

    private static async Task<IResult> CreateAsync(ConsoleContext console, HttpContext http)
    {
        ConsoleMachineDraft draft = new("", MachineType.Standard, EditPage.Beginning);
        if ((string?)http.Request.Query["copy"] is { Length: > 0 } copied && await console.Machines.FindAsync(copied, http.RequestAborted).ConfigureAwait(false) is { } machine)
            draft = new ConsoleMachineDraft(machine.Row.Name + "-copy", machine.Row.Type, machine.Definition, machine.RoleArn);
        return Answers.Page(EditPage.Of(console, draft, null, null));
    }

    private static async Task<IResult> EditAsync(ConsoleContext console, HttpContext http, string arn)
        => await console.Machines.FindAsync(arn, http.RequestAborted).ConfigureAwait(false) is { } machine
            ? Answers.Page(EditPage.Of(console, new ConsoleMachineDraft(machine.Row.Name, machine.Row.Type, machine.Definition, machine.RoleArn), arn, null))
            : NoMachine(console, arn);

    private static async Task<IResult> StartAsync(ConsoleContext console, HttpContext http, string arn)
    {
        if (await console.Machines.FindAsync(MachineOf(arn), http.RequestAborted).ConfigureAwait(false) is not { } machine)
            return NoMachine(console, arn);
        return Answers.OfExecution(console, () =>
        {
            string input = (string?)http.Request.Query["like"] is { Length: > 0 } like ? JsonLayout.Of(Watched.Of(console, like).Facts.Input ?? "{}") : "{}";
            return Answers.Page(StartPage.Of(console, new ConsoleStart(arn, input, null, null), machine.Row.Arn, machine.Row.Name, null));
        });
    }

    private static IResult NoMachine(ConsoleContext console, string arn) => Answers.Missing(console, "No such machine", arn);

    private static IResult Asset(HttpContext http, string name)
    {
        if (AssetFiles.Find(name) is not var (content, mediaType))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(content, mediaType);
    }
}

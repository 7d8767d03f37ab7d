using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Compiled.WebConsole.Endpoints;

/// <summary>What buttons do. Each is a POST from the console's own pages (<see cref="Security.RequestGuard"/>) and leads to a page.</summary>
internal static class DeedEndpoints
{
    public static void Map(IEndpointRouteBuilder group, Func<HttpContext, ConsoleContext> of)
    {
        void Deed(string name, Func<ConsoleContext, IFormCollection, CancellationToken, Task<IResult>> act) => group.MapPost("/do/" + name, async (HttpContext http) =>
        {
            ConsoleContext console = of(http);
            if (!http.Request.HasFormContentType)
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            IFormCollection form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
            try
            {
                return await act(console, form, http.RequestAborted).ConfigureAwait(false);
            }
            catch (ConsoleRefusedException refused)
            {
                return Refused(console, refused.Code, refused.Message);
            }
            catch (Exception failed) when (failed is ExecutionDoesNotExistException or ExecutionNotRedrivableException or JournalMismatchException)
            {
                return Refused(console, failed is ExecutionNotRedrivableException ? "ExecutionNotRedrivable" : failed is ExecutionDoesNotExistException ? "ExecutionDoesNotExist" : "It can't be done", failed.Message);
            }
        }).DisableAntiforgery();

        Deed("create", CreateAsync);
        Deed("update", UpdateAsync);
        Deed("delete", DeleteAsync);
        Deed("start", StartAsync);
        Deed("stop", StopAsync);
        Deed("redrive", RedriveAsync);
        MachineDeeds.Map(Deed);
    }

    private static async Task<IResult> CreateAsync(ConsoleContext console, IFormCollection form, CancellationToken cancellationToken)
    {
        ConsoleMachineDraft draft = DraftOf(form, Text(form, "name") ?? "");
        try
        {
            return Answers.To(console.Links.Machine(await console.Machines.CreateAsync(draft, cancellationToken).ConfigureAwait(false), "definition"));
        }
        catch (ConsoleRefusedException refused)
        {
            return Answers.Page(EditPage.Of(console, draft, null, refused), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> UpdateAsync(ConsoleContext console, IFormCollection form, CancellationToken cancellationToken)
    {
        string arn = Text(form, "arn") ?? "";
        ConsoleMachineDraft draft = DraftOf(form, (await console.Machines.FindAsync(arn, cancellationToken).ConfigureAwait(false))?.Row.Name ?? "");
        try
        {
            await console.Machines.UpdateAsync(arn, draft, cancellationToken).ConfigureAwait(false);
            return Answers.To(console.Links.Machine(arn, "definition"));
        }
        catch (ConsoleRefusedException refused)
        {
            return Answers.Page(EditPage.Of(console, draft, arn, refused), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> DeleteAsync(ConsoleContext console, IFormCollection form, CancellationToken cancellationToken)
    {
        await console.Machines.DeleteAsync(Text(form, "arn") ?? "", cancellationToken).ConfigureAwait(false);
        return Answers.To(console.Links.Machines);
    }

    private static async Task<IResult> StartAsync(ConsoleContext console, IFormCollection form, CancellationToken cancellationToken)
    {
        ConsoleStart start = new(Text(form, "arn") ?? "", Text(form, "input") ?? "{}", Text(form, "name"), Text(form, "trace"));
        try
        {
            return Answers.To(console.Links.Execution(await console.Machines.StartAsync(start, cancellationToken).ConfigureAwait(false)));
        }
        catch (ConsoleRefusedException refused)
        {
            string machine = PageEndpoints.MachineOf(start.StateMachineArn);
            return Answers.Page(StartPage.Of(console, start, machine, WebConsole.Text.Arns.MachineName(machine), refused), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> StopAsync(ConsoleContext console, IFormCollection form, CancellationToken cancellationToken)
    {
        string arn = Text(form, "arn") ?? "";
        await console.Executions.StopExecutionAsync(arn).ConfigureAwait(false);
        return Answers.To(console.Links.Execution(arn));
    }

    private static async Task<IResult> RedriveAsync(ConsoleContext console, IFormCollection form, CancellationToken cancellationToken)
    {
        string arn = Text(form, "arn") ?? "";
        await console.Executions.RedriveAsync(arn).ConfigureAwait(false);
        return Answers.To(console.Links.Execution(arn));
    }

    private static ConsoleMachineDraft DraftOf(IFormCollection form, string name)
        => new(name, Text(form, "type") == "Express" ? MachineType.Express : MachineType.Standard, Text(form, "definition") ?? "", Text(form, "role"));

    private static string? Text(IFormCollection form, string name) => (string?)form[name] is { } text && text.Trim().Length > 0 ? text.ReplaceLineEndings("\n") : null;

    private static IResult Refused(ConsoleContext console, string code, string message)
        => Answers.Page(MissingPage.Of(console, code, message), StatusCodes.Status409Conflict);
}

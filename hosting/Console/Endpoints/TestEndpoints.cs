using System.Globalization;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Pages;
using Compiled.WebConsole.Pages.Executions;
using Compiled.WebConsole.Pages.Testing;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Compiled.WebConsole.Endpoints;

/// <summary>Trying single states. FEATURES V-019.</summary>
internal static class TestEndpoints
{
    public static void Map(IEndpointRouteBuilder group, Func<HttpContext, ConsoleContext> of)
    {
        group.MapGet("/test/{**arn}", (HttpContext http, string arn) => FormAsync(of(http), http, arn));
        // A delegate, so that its answer is not taken for that of a RequestDelegate, which has none.
        Delegate test = (HttpContext http) => TestAsync(of(http), http);
        group.MapPost("/do/test", test).DisableAntiforgery();
    }

    private static async Task<IResult> FormAsync(ConsoleContext console, HttpContext http, string arn)
    {
        if (console.StateTests is null)
            return NoTests(console);
        if (await console.Machines.FindAsync(arn, http.RequestAborted).ConfigureAwait(false) is not { } machine)
            return Answers.Missing(console, "No such machine", arn);
        return Answers.OfExecution(console, () => Answers.Page(TestPage.Of(console, machine, Filled(console, machine, http.Request.Query), default)));
    }

    // A visit of an execution brings its input and the variables that it found.
    private static TestForm Filled(ConsoleContext console, ConsoleMachine machine, IQueryCollection query)
    {
        TestForm form = new() { Role = machine.RoleArn, State = (string?)query["state"] ?? "" };
        if ((string?)query["execution"] is not { Length: > 0 } execution || !int.TryParse(query["visit"], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            return form;
        Watched watched = Watched.Of(console, execution);
        return watched.Use(model =>
        {
            if (number >= model.Visits.Count)
                return form;
            StateVisit visit = model.Visits[number];
            string? input = watched.ReadEvent(visit.EnteredEvent)?["input"], variables = VariablesBefore.Of(watched.ReadEvent, visit);
            return form with { State = visit.Name, Input = JsonLayout.Of(input ?? "{}"), Variables = variables is null ? null : JsonLayout.Of(variables) };
        });
    }

    private static async Task<IResult> TestAsync(ConsoleContext console, HttpContext http)
    {
        if (console.StateTests is not { } tests)
            return NoTests(console);
        if (!http.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        IFormCollection fields = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        string arn = fields["arn"].ToString();
        if (await console.Machines.FindAsync(arn, http.RequestAborted).ConfigureAwait(false) is not { } machine)
            return Answers.Missing(console, "No such machine", arn);
        TestForm form = TestForm.Of(fields);
        try
        {
            ConsoleStateTestResult result = await tests.TestAsync(form.TestOf(machine.Definition), http.RequestAborted).ConfigureAwait(false);
            return Answers.Page(TestPage.Of(console, machine, form with { Input = JsonLayout.Of(form.Input) }, TestResultView.Of(console, machine, form, result)));
        }
        catch (ConsoleRefusedException refused)
        {
            return Answers.Page(TestPage.Of(console, machine, form, EditPage.Trouble(refused)), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static IResult NoTests(ConsoleContext console) => Answers.Missing(console, "No tests of states", "This console's host brings nothing that tries states (IConsoleStateTests).");
}

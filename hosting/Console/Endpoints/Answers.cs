using System.Text;
using Compiled.Durable;
using Compiled.WebConsole.Html;
using Compiled.WebConsole.Pages;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Endpoints;

/// <summary>Markup as answers.</summary>
internal static class Answers
{
    private const string Html = "text/html; charset=utf-8";

    public static IResult Page(Markup markup, int status = StatusCodes.Status200OK) => new MarkupResult(markup, status);

    public static IResult Missing(ConsoleContext console, string title, string why) => Page(MissingPage.Of(console, title, why), StatusCodes.Status404NotFound);

    /// <summary>Leads to a page by 303: it is asked for by GET, also when it is loaded again.</summary>
    public static IResult To(Link link) => new Redirect(link);

    /// <summary>What is made of an execution or a Map Run; a page that says so when there is none.</summary>
    public static IResult OfExecution(ConsoleContext console, Func<IResult> make)
    {
        try
        {
            return make();
        }
        catch (ExecutionDoesNotExistException missing)
        {
            return Missing(console, "No such execution", missing.Message);
        }
        catch (MapRunDoesNotExistException missing)
        {
            return Missing(console, "No such Map Run", missing.Message);
        }
        catch (InvalidPageTokenException wrong)
        {
            return Missing(console, "No such page", wrong.Message);
        }
    }

    private sealed class Redirect(Link link) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = link.ToString();
            return Task.CompletedTask;
        }
    }

    private sealed class MarkupResult(Markup markup, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = Html;
            httpContext.Response.Headers.CacheControl = "no-store";
            return httpContext.Response.WriteAsync(markup.ToString(), Encoding.UTF8, httpContext.RequestAborted);
        }
    }
}

using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>The execution that a page or a part of one shows.</summary>
internal sealed class Watched
{
    private Watched(ConsoleContext context, ExecutionSummary summary, StoredDefinition? definition, MachinePicture picture)
        => (Context, Summary, Definition, Picture) = (context, summary, definition, picture);

    public ConsoleContext Context { get; }

    public ExecutionSummary Summary { get; }

    public StoredDefinition? Definition { get; }

    public MachinePicture Picture { get; }

    public string Arn => Summary.ExecutionArn;

    public Links Links => Context.Links;

    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public static Watched Of(ConsoleContext context, string executionArn)
    {
        ExecutionSummary summary = context.Reader.Summarize(executionArn);
        StoredDefinition? definition = context.Reader.DefinitionOf(executionArn);
        // A store may keep definitions without the spaces between their parts.
        if (definition is not null && !definition.Text.Contains('\n', StringComparison.Ordinal))
            definition = definition with { Text = JsonLayout.Of(definition.Text) };
        return new Watched(
            context, summary, definition, context.Pictures.Of(definition?.Text ?? "", definition?.Type ?? MachineType.Standard, context.Reader.MapStateOf(executionArn)));
    }

    public T Use<T>(Func<ExecutionModel, T> use) => Context.Models.Use(Arn, use);

    /// <summary>When it ended; now while it runs.</summary>
    public DateTimeOffset End => Summary.StopDate ?? Context.Now;

    /// <summary>The iterations that were chosen: <c>pick=NAME:3</c>, once for each Map.</summary>
    public static Dictionary<string, int> PicksOf(IQueryCollection query)
    {
        Dictionary<string, int> picks = new(StringComparer.Ordinal);
        foreach (string? pick in query["pick"])
        {
            if (pick is not null && pick.LastIndexOf(':') is var at and > 0 && int.TryParse(pick.AsSpan(at + 1), out int iteration))
                picks[pick[..at]] = iteration;
        }

        return picks;
    }
}

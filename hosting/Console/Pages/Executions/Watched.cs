using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;
using Microsoft.AspNetCore.Http;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>The execution that a page or a part of one shows: one of the journal's, or an Express one that is kept in memory.</summary>
internal abstract class Watched
{
    protected Watched(ConsoleContext context, ExecutionSummary summary, StoredDefinition? definition, MachinePicture picture)
        => (Context, Summary, Definition, Picture) = (context, summary, definition, picture);

    public ConsoleContext Context { get; }

    public ExecutionSummary Summary { get; }

    public StoredDefinition? Definition { get; }

    public MachinePicture Picture { get; }

    public string Arn => Summary.ExecutionArn;

    public Links Links => Context.Links;

    /// <summary>The execution as a whole.</summary>
    public abstract WatchedFacts Facts { get; }

    /// <summary>The execution whose distributed Map started it; null for none.</summary>
    public virtual string? Parent => null;

    /// <summary>What is kept of it, where that is not all; null for one of the journal's.</summary>
    public virtual string? Keeping => null;

    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public static Watched Of(ConsoleContext context, string executionArn)
        => context.Express is { } express && Arns.IsExpress(executionArn) ? WatchedExpress.Of(context, express, executionArn) : WatchedStandard.Of(context, executionArn);

    /// <summary>Does something with a model that is up to date.</summary>
    public abstract T Use<T>(Func<ExecutionModel, T> use);

    /// <summary>An event's data; null when there is no such event.</summary>
    public abstract EventText? ReadEvent(int id);

    /// <summary>Events from a number on, ascending, each as text.</summary>
    public abstract IReadOnlyList<ReadOnlyMemory<byte>> ReadEvents(int fromEvent, int maxResults);

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

using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>An execution of the journal's.</summary>
internal sealed class WatchedStandard : Watched
{
    private readonly Lazy<WatchedFacts> _facts;
    private readonly Lazy<string?> _parent;

    private WatchedStandard(ConsoleContext context, ExecutionSummary summary, StoredDefinition? definition, MachinePicture picture)
        : base(context, summary, definition, picture)
    {
        _facts = new Lazy<WatchedFacts>(Describe);
        _parent = new Lazy<string?>(() => Context.Reader.ParentOf(Arn));
    }

    public override WatchedFacts Facts => _facts.Value;

    public override string? Parent => _parent.Value;

    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public static new Watched Of(ConsoleContext context, string executionArn)
    {
        ExecutionSummary summary = context.Reader.Summarize(executionArn);
        StoredDefinition? definition = context.Reader.DefinitionOf(executionArn);
        // A store may keep definitions without the spaces between their parts.
        if (definition is not null && !definition.Text.Contains('\n', StringComparison.Ordinal))
            definition = definition with { Text = JsonLayout.Of(definition.Text) };
        return new WatchedStandard(
            context, summary, definition, context.Pictures.Of(definition?.Text ?? "", definition?.Type ?? MachineType.Standard, context.Reader.MapStateOf(executionArn)));
    }

    public override T Use<T>(Func<ExecutionModel, T> use) => Context.Models.Use(Arn, use);

    public override EventText? ReadEvent(int id) => id > 0 && ReadEvents(id, 1) is [var json] ? EventText.Of(json) : null;

    public override IReadOnlyList<ReadOnlyMemory<byte>> ReadEvents(int fromEvent, int maxResults) => Context.Reader.ReadEvents(Arn, fromEvent, maxResults);

    private WatchedFacts Describe()
    {
        ExecutionDescription description = Context.Executions.Describe(Arn);
        return new WatchedFacts
        {
            Input = description.Input.ToString(),
            Output = description.Output.IsMissing ? null : description.Output.ToString(),
            Error = description.Error,
            Cause = description.Cause,
            Waiting = description.Waiting,
            RoleArn = description.RoleArn,
            StateMachineVersionArn = description.StateMachineVersionArn,
            StateMachineAliasArn = description.StateMachineAliasArn,
            TraceHeader = description.TraceHeader,
            MapRunArn = description.MapRunArn,
        };
    }
}

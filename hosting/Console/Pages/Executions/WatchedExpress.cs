using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.WebConsole.Model;
using Compiled.WebConsole.Text;

namespace Compiled.WebConsole.Pages.Executions;

/// <summary>An Express execution, as its machine's logging lets it be seen. FEATURES V-018.</summary>
internal sealed class WatchedExpress : Watched
{
    private readonly ConsoleExpressExecution _execution;
    private ExecutionModel? _model;

    private WatchedExpress(ConsoleContext context, ConsoleExpressExecution execution, StoredDefinition definition, MachinePicture picture)
        : base(context, execution.Summary, definition, picture) => _execution = execution;

    /// <summary>Input and output are those of its events; there are none where no data is logged.</summary>
    public override WatchedFacts Facts => new()
    {
        Input = ReadEvent(1)?["input"],
        Output = Summary.Status == ExecutionStatus.Succeeded ? ReadEvent(_execution.EventCount)?["output"] : null,
        Error = _execution.Error,
        Cause = _execution.Cause,
        RoleArn = _execution.RoleArn,
        StateMachineVersionArn = _execution.StateMachineVersionArn,
        StateMachineAliasArn = _execution.StateMachineAliasArn,
    };

    public override string Keeping
    {
        get
        {
            string kept = _execution.Events.Count == _execution.EventCount ? "all its events" : $"{Moments.Count(_execution.Events.Count)} of its {Moments.Count(_execution.EventCount)} events";
            string data = _execution.IncludesData ? "with" : "without";
            return $"An Express execution is in no journal. Of this one {kept} are kept in memory, {data} data, as its machine's logging says (level {_execution.LogLevel}).{(IsWhole ? "" : " They don't tell how its states stand.")}";
        }
    }

    // A log of errors alone does not tell the way that was taken.
    private bool IsWhole => _execution.LogLevel == "ALL";

    /// <exception cref="ExecutionDoesNotExistException">There is no such execution, or it is not kept any more.</exception>
    public static Watched Of(ConsoleContext context, IConsoleExpress express, string executionArn)
    {
        ConsoleExpressExecution execution = express.Find(executionArn) ?? throw new ExecutionDoesNotExistException(executionArn);
        StoredDefinition definition = new("", Arns.MachineName(execution.Summary.StateMachineArn), MachineType.Express, execution.Definition);
        return new WatchedExpress(context, execution, definition, context.Pictures.Of(execution.Definition, MachineType.Express));
    }

    public override T Use<T>(Func<ExecutionModel, T> use) => use(_model ??= Model());

    public override EventText? ReadEvent(int id)
    {
        int at = Place(id);
        return at < _execution.Outlines.Count && _execution.Outlines[at].Id == id ? EventText.Of(_execution.Events[at]) : null;
    }

    public override IReadOnlyList<ReadOnlyMemory<byte>> ReadEvents(int fromEvent, int maxResults) => [.. _execution.Events.Skip(Place(fromEvent)).Take(maxResults)];

    // The first event with this number or a later one.
    private int Place(int id)
    {
        int low = 0, high = _execution.Outlines.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _execution.Outlines[middle].Id < id ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private ExecutionModel Model()
    {
        ExecutionModel model = new();
        foreach (EventOutline e in _execution.Outlines)
        {
            if (IsWhole)
                model.Append(in e);
            else
                model.AppendAlone(in e);
        }

        return model;
    }
}

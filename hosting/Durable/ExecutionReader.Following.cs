using System.Globalization;
using Compiled.Durable.Engine;
using Compiled.Durable.Journal;

namespace Compiled.Durable;

/// <summary>Looking at an execution again and again while it goes on.</summary>
public sealed partial class ExecutionReader
{
    /// <summary>What a list shows of one execution, without reading its history.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public ExecutionSummary Summarize(string executionArn) => Summary(RowOf(executionArn));

    /// <summary>
    /// Events from a number on, ascending, each as UTF-8 text in AWS's JSON form: what came since the last look, at the cost of what came.
    /// </summary>
    /// <param name="executionArn">The execution.</param>
    /// <param name="fromEvent">The number of the first event, 1 or more.</param>
    /// <param name="maxResults">How many at most.</param>
    /// <returns>None when there is no event of that number yet.</returns>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public IReadOnlyList<ReadOnlyMemory<byte>> ReadEvents(string executionArn, int fromEvent, int maxResults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fromEvent, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxResults, 1);
        return ReadEvents(RowOf(executionArn).Id, fromEvent, LastOf(fromEvent, maxResults));
    }

    /// <summary>What events say besides their data, from a number on, ascending: what came since the last look, without a byte of the data being read.</summary>
    /// <inheritdoc cref="ReadEvents(string, int, int)"/>
    public IReadOnlyList<EventOutline> ReadOutlines(string executionArn, int fromEvent, int maxResults)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fromEvent, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxResults, 1);
        List<EventOutline> outlines = [];
        int last = LastOf(fromEvent, maxResults);
        foreach (Segment segment in _store.ReadSegments(RowOf(executionArn).Id, fromEvent, last))
            SegmentBody.ReadOutlines(segment.Body, outlines, fromEvent, last);
        return outlines;
    }

    /// <summary>The number of an execution's last event, without reading its history.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public int LastEventOf(string executionArn) => _store.LastEvent(RowOf(executionArn).Id);

    /// <summary>The definition that an execution runs by, whatever became of its machine; null when the store has lost it.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public StoredDefinition? DefinitionOf(string executionArn) => _store.FindDefinition(RowOf(executionArn).Head.DefinitionHash.Split('/')[0]);

    /// <summary>
    /// The number of the distributed Map state whose processor an execution runs, in the definition's order of states; null for an execution
    /// that runs the whole definition.
    /// </summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public int? MapStateOf(string executionArn)
        => RowOf(executionArn).Head.DefinitionHash.Split('/') is [_, var state] ? int.Parse(state, CultureInfo.InvariantCulture) : null;

    /// <summary>The execution whose distributed Map started this one; null for one that stands for itself.</summary>
    /// <exception cref="ExecutionDoesNotExistException">There is no such execution.</exception>
    public string? ParentOf(string executionArn)
        => RowOf(executionArn).Head.Parent is var parent and not 0 && _store.Find(parent) is { } row
            ? LocalArns.Execution(row.Head.StateMachineArn, row.Head.Name)
            : null;

    private List<ReadOnlyMemory<byte>> ReadEvents(long execution, int fromEvent, int toEvent)
    {
        List<ReadOnlyMemory<byte>> events = [];
        foreach (Segment segment in _store.ReadSegments(execution, fromEvent, toEvent))
            SegmentBody.ReadEvents(segment.Body, events, fromEvent, toEvent);
        return events;
    }

    private static int LastOf(int fromEvent, int maxResults) => (int)Math.Min(int.MaxValue, fromEvent + (long)maxResults - 1);
}

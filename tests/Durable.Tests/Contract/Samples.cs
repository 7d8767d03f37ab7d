using System.Text;
using Compiled;
using Compiled.Durable.Journal;

namespace Durable.Tests.Contract;

/// <summary>Steps and heads to write.</summary>
internal static class Samples
{
    public const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:Order", OtherMachine = Machine + "2", Definition = "abc";

    public static readonly Guid Writer = new("11111111-2222-3333-4444-555555555555"), OtherWriter = new("99999999-2222-3333-4444-555555555555");

    public static ExecutionHead Head(string name, string machine = Machine, long started = 1000, long parent = 0, int effect = 0, int item = -1, string definition = Definition)
        => new(machine, name, item < 0 ? MachineType.Standard : MachineType.Express, definition, started, parent, effect, item);

    public static Append Start(long execution, string? name = null, string machine = Machine, long started = 1000, Guid? writer = null)
        => Start(execution, Head(name ?? $"e{execution}", machine, started), writer);

    public static Append Start(long execution, ExecutionHead head, Guid? writer = null) => new()
    {
        Execution = execution,
        FirstEvent = 1,
        EventCount = 2,
        Body = Body($"{execution}:1"),
        Writer = writer ?? Writer,
        Start = head,
    };

    public static Append Step(long execution, int first, int count = 1, Guid? writer = null, StatusChange? status = null, long? parked = null, params TaskChange[] tasks) => new()
    {
        Execution = execution,
        FirstEvent = first,
        EventCount = count,
        Body = Body($"{execution}:{first}"),
        Writer = writer ?? Writer,
        Status = status,
        ParkedUntil = parked,
        Tasks = tasks,
    };

    public static StatusChange Ended(ExecutionStatus status, long ticks, int redrives = 0) => new(status, ticks, redrives);

    public static byte[] Body(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>Does writes in one transaction, and gives the outcomes of the appends.</summary>
    public static Appended[] Write(this IJournalStore store, params Append[] appends)
    {
        store.Begin();
        Appended[] outcomes = [.. appends.Select(store.Append)];
        store.Commit();
        return outcomes;
    }

    public static void Write(this IJournalStore store, Action write)
    {
        store.Begin();
        write();
        store.Commit();
    }

    /// <summary>An execution's segments as lines: first event, count, body.</summary>
    public static string[] Lines(this IJournalReader reader, long execution, int from = 1, int to = int.MaxValue)
        => [.. reader.ReadSegments(execution, from, to).Select(static segment => $"{segment.FirstEvent}+{segment.EventCount} {Encoding.UTF8.GetString(segment.Body.Span)}")];

    public static long[] Ids(this IReadOnlyList<ExecutionRow> rows) => [.. rows.Select(static row => row.Id)];
}

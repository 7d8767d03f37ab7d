using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>The data of a machine whose handlers' types are known: what they are given, and what is read of what they give.</summary>
/// <param name="machine">The machine.</param>
/// <param name="resultOf">The shape of the result of a Task's handler; null where it has none, or nothing is known of it.</param>
/// <param name="input">The shape of the machine's input; null where nothing is known of it.</param>
public sealed class HandlerData(Machine machine, Func<TaskState, Shape?> resultOf, Shape? input = null)
{
    private readonly PathData _results = new(MachineShapes.Of(machine, Results(resultOf)));
    private readonly PathData _data = new(MachineShapes.Of(machine, Results(resultOf), input));

    /// <summary>What a Task's handler is given; null where no execution comes to it.</summary>
    public Shape? GivenTo(TaskState task)
    {
        StateData data = _data.Of(task);
        return data.Entry.Kinds == IntrinsicKinds.None || data.Given.Kinds == IntrinsicKinds.None ? null : data.Given;
    }

    /// <summary>A fault for each path that leads nowhere for no other reason than what the handlers' results have.</summary>
    /// <param name="row">The row of the faults.</param>
    /// <remarks>Names that differ in case or in the signs between words alone are taken for the same: which of them JSON has is said by options at run time.</remarks>
    public IEnumerable<Fault> DeadPaths(FaultDescriptor row) => DeadPaths(row, _results, MachineFindings.Of(machine).Data);

    /// <summary>A fault for each path that leads nowhere for no other reason than what the input has, as <see cref="DeadPaths(FaultDescriptor)"/>.</summary>
    /// <param name="row">The row of the faults.</param>
    public IEnumerable<Fault> DeadPathsOfInput(FaultDescriptor row) => input is null ? [] : DeadPaths(row, _data, MachineFindings.Of(machine).Data, _results);

    /// <summary>The states with which executions succeed, each with what its output looks like; without those that no execution comes to.</summary>
    public IEnumerable<(State State, Shape Output)> Ends() =>
        from state in machine.Flow.States
        where state is not FailState and not ChoiceState && state.Next is null
        let data = _data.Of(state)
        where data.Entry.Kinds != IntrinsicKinds.None && data.Output.Kinds != IntrinsicKinds.None
        select (state, data.Output);

    private IEnumerable<Fault> DeadPaths(FaultDescriptor row, PathData data, params PathData[] without)
    {
        HashSet<int> known = [.. without.SelectMany(other => PathNeverPresent.Find(machine, other, row)).Select(found => found.Fault.Span.Start)];
        return
        [
            .. from found in PathNeverPresent.Find(machine, data, row)
               where !known.Contains(found.Fault.Span.Start)
               where found.Name is null || !found.Before.Members.Any(member => IsSameName(member.Name, found.Name))
               select found.Fault,
        ];
    }

    private static Func<TaskState, Shape> Results(Func<TaskState, Shape?> resultOf) => task => resultOf(task) ?? ResultShapes.Of(task);

    /// <summary>Whether two names are one under some naming policy of JSON: <c>OrderId</c>, <c>orderId</c>, <c>order_id</c>, <c>ORDER-ID</c>.</summary>
    public static bool IsSameName(string left, string right) => string.Equals(Words(left), Words(right), StringComparison.OrdinalIgnoreCase);

    private static string Words(string name) => name.Replace("_", "").Replace("-", "");
}

using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>The data of a machine whose handlers' types are known: what they are given, and what is read of what they give.</summary>
/// <param name="machine">The machine.</param>
/// <param name="resultOf">The shape of the result of a Task's handler; null where it has none, or nothing is known of it.</param>
public sealed class HandlerData(Machine machine, Func<TaskState, Shape?> resultOf)
{
    private readonly PathData _data = new(MachineShapes.Of(machine, task => resultOf(task) ?? ResultShapes.Of(task)));

    /// <summary>What a Task's handler is given; null where no execution comes to it.</summary>
    public Shape? GivenTo(TaskState task)
    {
        StateData data = _data.Of(task);
        return data.Entry.Kinds == IntrinsicKinds.None || data.Given.Kinds == IntrinsicKinds.None ? null : data.Given;
    }

    /// <summary>A fault for each path that leads nowhere for no other reason than what the handlers' results have.</summary>
    /// <param name="row">The row of the faults.</param>
    /// <remarks>Names that differ in case or in the signs between words alone are taken for the same: which of them JSON has is said by options at run time.</remarks>
    public IEnumerable<Fault> DeadPaths(FaultDescriptor row)
    {
        HashSet<int> known = [.. PathNeverPresent.Find(machine, MachineFindings.Of(machine).Data, row).Select(found => found.Fault.Span.Start)];
        return
        [
            .. from found in PathNeverPresent.Find(machine, _data, row)
               where !known.Contains(found.Fault.Span.Start)
               where found.Name is null || !found.Before.Members.Any(member => IsSameName(member.Name, found.Name))
               select found.Fault,
        ];
    }

    /// <summary>Whether two names are one under some naming policy of JSON: <c>OrderId</c>, <c>orderId</c>, <c>order_id</c>, <c>ORDER-ID</c>.</summary>
    public static bool IsSameName(string left, string right) => string.Equals(Words(left), Words(right), StringComparison.OrdinalIgnoreCase);

    private static string Words(string name) => name.Replace("_", "").Replace("-", "");
}

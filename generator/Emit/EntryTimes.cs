using System.Linq;
using Compiled.Generator.Emit.Queries;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit;

/// <summary>
/// Which states tell, perhaps long after, when they were entered: <c>$$.State.EnteredTime</c> (L-092). Where nothing is recorded, the clock is read on entry to these only.
/// </summary>
internal static class EntryTimes
{
    /// <summary>Whether the state takes time, and one of its fields reads when it was entered.</summary>
    public static bool AreRead(State state) => state is WorkState or WaitState
        && (StateExpressions.Paths(state).Any(MayRead) || StateExpressions.Texts(state).Any(QueryScope.ReadsContext));

    private static bool MayRead(PathExpression path) => path.Root == PathRoot.Context && Leads(path, 0, "State") && Leads(path, 1, "EnteredTime");

    private static bool Leads(PathExpression path, int step, string name) =>
        path.Steps.Count <= step || path.Steps[step] is not NameStep named || named.Name == name;
}

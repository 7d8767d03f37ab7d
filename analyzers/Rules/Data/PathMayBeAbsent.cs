using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>
/// A path of a Choice that is absent on some known way to it, and that no IsPresent asks for: the execution fails there. RULES.md, choice-unguarded;
/// FEATURES L-237.
/// </summary>
public sealed class PathMayBeAbsent : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        PathData data = MachineFindings.Of(machine).Data;
        foreach (PathUse use in MachineFindings.Of(machine).Paths.Where(use => use.State is ChoiceState { IsReachable: true } && use.Field == "Variable"))
        {
            if (data.Of(use) is { } shape && PathWalk.Of(use.Path, shape) is { Dead: null, Doubtful: { } step } && !PresenceTests.IsTested(use.State, use.Path))
                report(use.At(DataFaults.PathMayBeAbsent, step, $"'{use.Path.Text}' may lead to nothing, for not every way to '{use.State.Name}' sets it; ask with 'IsPresent' first"));
        }
    }
}

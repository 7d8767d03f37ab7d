using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A catcher whose errors earlier ones all match. RULES.md, shadowed-catcher.</summary>
public sealed class ShadowedCatcher : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (WorkState state in machine.States.OfType<WorkState>().Where(state => state.Catch.Count > 1))
            Shadowing.Check(ErrorFaults.ShadowedCatcher, "catcher", state.Catch.Select(catcher => (catcher.ErrorEquals, catcher.Source)), report);
    }
}

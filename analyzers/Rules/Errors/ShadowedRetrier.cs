using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A retrier whose errors earlier ones all match: the first that matches decides, also when it has no attempt left. RULES.md, shadowed-retrier.</summary>
public sealed class ShadowedRetrier : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (WorkState state in machine.States.OfType<WorkState>().Where(state => state.Retry.Count > 1))
            Shadowing.Check(ErrorFaults.ShadowedRetrier, "retrier", state.Retry.Select(retrier => (retrier.ErrorEquals, retrier.Source)), report);
    }
}

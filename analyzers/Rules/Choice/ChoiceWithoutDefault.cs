using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A Choice without Default whose rules leave something out. RULES.md, choice-without-default; FEATURES L-236.</summary>
public sealed class ChoiceWithoutDefault : ChoiceReasoning
{
    private protected override void Check(ChoiceState choice, ChoiceFindings findings, Action<Fault> report)
    {
        if (choice.Default is null && findings.Uncovered is { } where)
            report(FlowFaults.ChoiceWithoutDefault.At(choice, $"No rule of '{choice.Name}' holds where {where}, and there is no 'Default'; the execution fails there"));
    }
}

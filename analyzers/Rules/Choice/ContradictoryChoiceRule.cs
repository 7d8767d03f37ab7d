using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A choice rule whose conditions exclude each other. RULES.md, choice-contradiction, choice-type-contradiction.</summary>
public sealed class ContradictoryChoiceRule : ChoiceReasoning
{
    private protected override void Check(ChoiceState choice, ChoiceFindings findings, Action<Fault> report)
    {
        foreach (Condition condition in findings.Contradictions)
            report(At(FlowFaults.ContradictoryChoiceRule, condition, "This can never hold; its conditions exclude each other"));
    }
}

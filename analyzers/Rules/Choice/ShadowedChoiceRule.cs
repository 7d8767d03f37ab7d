using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A choice rule that earlier ones decide wherever it holds. RULES.md, choice-shadowed.</summary>
public sealed class ShadowedChoiceRule : ChoiceReasoning
{
    private protected override void Check(ChoiceState choice, ChoiceFindings findings, Action<Fault> report)
    {
        int always = Array.IndexOf(findings.Always, true);
        for (int i = 0; i < choice.Rules.Count; i++)
        {
            // What stands behind a rule that always holds is that rule's fault.
            if (findings.Shadowing[i] is { } why && (always < 0 || i <= always))
                report(At(FlowFaults.ShadowedChoiceRule, choice.Rules[i].Condition, $"This rule never decides; {why}"));
        }
    }
}

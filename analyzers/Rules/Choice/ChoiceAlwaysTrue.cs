using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A choice rule that always holds, so that what stands behind it is dead. RULES.md, choice-tautology.</summary>
public sealed class ChoiceAlwaysTrue : ChoiceReasoning
{
    private protected override void Check(ChoiceState choice, ChoiceFindings findings, Action<Fault> report)
    {
        int always = Array.IndexOf(findings.Always, true);
        // As the last rule it stands in for a Default.
        bool hasMore = always < choice.Rules.Count - 1 || choice.Default is not null;
        if (always < 0 || !hasMore)
            return;
        string dead = always < choice.Rules.Count - 1 ? "the rules after it" : "'Default'";
        report(At(FlowFaults.ChoiceAlwaysTrue, choice.Rules[always].Condition, $"This rule always holds, so {dead} never come into play".Replace("'Default' never come", "'Default' never comes")));
    }
}

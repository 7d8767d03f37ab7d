using Compiled.Language.Binding;
using Compiled.Language.Faults;

namespace Compiled.Rules;

/// <summary>A Choice whose rules and Default all lead to one state, with the same data. RULES.md, choice-one-target.</summary>
public sealed class ChoiceWithoutEffect : Rule
{
    /// <inheritdoc/>
    public override void Check(Machine machine, Action<Fault> report)
    {
        foreach (ChoiceState choice in machine.States.OfType<ChoiceState>())
        {
            bool isOne = choice.Default is { } only && choice.Assign is null && choice.Output is null
                && choice.Rules.All(rule => rule.Next == only && rule.Assign is null && rule.Output is null);
            if (isOne)
                report(FlowFaults.ChoiceWithoutEffect.At(choice, $"Every rule and 'Default' of '{choice.Name}' lead to '{choice.Default!.Name}', so nothing is chosen"));
        }
    }
}

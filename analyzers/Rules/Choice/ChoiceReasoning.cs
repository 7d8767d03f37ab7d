using Compiled.Language.Binding;
using Compiled.Language.Faults;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A rule that looks at what the rules of a Choice say about each other.</summary>
public abstract class ChoiceReasoning : Rule
{
    private protected ChoiceReasoning()
    {
    }

    /// <inheritdoc/>
    public sealed override void Check(Machine machine, Action<Fault> report)
    {
        foreach ((ChoiceState choice, ChoiceFindings findings) in MachineFindings.Of(machine).Choices)
            Check(choice, findings, report);
    }

    private protected abstract void Check(ChoiceState choice, ChoiceFindings findings, Action<Fault> report);

    /// <summary>A fault on what makes the condition: the key of its operator, or the value of <c>Condition</c>.</summary>
    private protected static Fault At(FaultDescriptor descriptor, Condition condition, string message) => condition switch
    {
        AndCondition => descriptor.AtFieldName((ObjectNode)condition.Source, "And", message),
        OrCondition => descriptor.AtFieldName((ObjectNode)condition.Source, "Or", message),
        NotCondition => descriptor.AtFieldName((ObjectNode)condition.Source, "Not", message),
        ComparisonCondition comparison => descriptor.AtFieldName(
            (ObjectNode)condition.Source, comparison.Operator + (comparison.Path is null ? "" : "Path"), message),
        _ => descriptor.At(condition.Source, message),
    };
}

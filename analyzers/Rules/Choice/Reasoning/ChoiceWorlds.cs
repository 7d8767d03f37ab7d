using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// The variables of a Choice's rules, and what each condition comes to for given classes of their values. What is not known of a condition counts as
/// either, so that nothing is concluded from it.
/// </summary>
internal sealed class ChoiceWorlds
{
    private readonly Dictionary<string, ChoiceVariable> _byName = new(StringComparer.Ordinal);
    private readonly List<ChoiceVariable> _variables = [];
    private readonly Dictionary<ComparisonCondition, ChoiceComparison> _comparisons = [];
    private readonly Dictionary<Condition, IReadOnlyList<ChoiceVariable>> _ofConditions = [];

    /// <summary>Looks at all rules of a Choice.</summary>
    public ChoiceWorlds(ChoiceState choice)
    {
        foreach (ChoiceRule rule in choice.Rules)
            Note(rule.Condition);
        foreach (ChoiceVariable variable in _variables)
            variable.Complete();
        foreach (ChoiceComparison comparison in _comparisons.Values)
            comparison.Complete();
    }

    /// <summary>All variables in the order of their positions.</summary>
    public IReadOnlyList<ChoiceVariable> Variables => _variables;

    /// <summary>The variables of a condition, each once, in the order of their positions.</summary>
    public IReadOnlyList<ChoiceVariable> Of(Condition condition)
    {
        if (_ofConditions.TryGetValue(condition, out IReadOnlyList<ChoiceVariable>? known))
            return known;
        List<ChoiceVariable> found = [];
        Collect(condition, found);
        found.Sort((left, right) => left.Index.CompareTo(right.Index));
        _ofConditions.Add(condition, found);
        return found;
    }

    /// <summary>What the condition comes to in the worlds given, by the variables' positions.</summary>
    public Truth Evaluate(Condition condition, ValueWorld[] worlds) => condition switch
    {
        AndCondition and => All(and.Parts, worlds, Truth.True),
        OrCondition or => All(or.Parts, worlds, Truth.False),
        NotCondition not => Evaluate(not.Inner, worlds) switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Error },
        ComparisonCondition comparison => _comparisons[comparison].Evaluate(worlds),
        JsonataCondition { Constant: { } constant, Source: BooleanNode } => constant ? Truth.True : Truth.False,
        JsonataCondition { Expression: null } => _byName[KeyOf(condition)].Outcome(worlds),
        JsonataCondition jsonata => JsonataOutcomes.Evaluate(jsonata, key => _byName[key].Outcome(worlds)),
        _ => Truth.Error,
    };

    // Left to right, up to the first part that is not as the neutral outcome; a failing part ends it too.
    private Truth All(IReadOnlyList<Condition> parts, ValueWorld[] worlds, Truth neutral)
    {
        foreach (Condition part in parts)
        {
            Truth truth = Evaluate(part, worlds);
            if (truth != neutral)
                return truth;
        }
        return neutral;
    }

    // The operand stands under a path, or deployment replaces it.
    private static bool IsUnknown(ComparisonCondition comparison) =>
        comparison.Literal is not { Parent: not null } literal || (literal is StringNode text && Placeholders.Contains(text.Value));

    private static string KeyOf(Condition condition) => condition switch
    {
        ComparisonCondition { Path: { } path } comparison => $"{comparison.Variable.Text} {comparison.Operator} {path.Text}",
        ComparisonCondition comparison => $"{comparison.Variable.Text} {comparison.Operator} {(comparison.Source as ObjectNode)?[comparison.Operator.ToString()]?.ToCompactJson()}",
        _ => condition.Source.ToCompactJson(),
    };

    private void Note(Condition condition)
    {
        switch (condition)
        {
            case AndCondition and:
                foreach (Condition part in and.Parts)
                    Note(part);
                break;
            case OrCondition or:
                foreach (Condition part in or.Parts)
                    Note(part);
                break;
            case NotCondition not:
                Note(not.Inner);
                break;
            case ComparisonCondition comparison:
                bool isUnknown = IsUnknown(comparison);
                ChoiceVariable variable = Variable(comparison.Variable.Text, isOutcome: false);
                variable.Note(comparison, isUnknown);
                _comparisons.Add(comparison, new ChoiceComparison(comparison, variable, isUnknown ? Variable(KeyOf(comparison), isOutcome: true) : null));
                break;
            case JsonataCondition { Expression: null, Source: not BooleanNode }:
                Variable(KeyOf(condition), isOutcome: true);
                break;
            case JsonataCondition { Expression: not null } jsonata:
                foreach (string key in JsonataOutcomes.Keys(jsonata))
                    Variable(key, isOutcome: true);
                break;
        }
    }

    private void Collect(Condition condition, List<ChoiceVariable> found)
    {
        switch (condition)
        {
            case AndCondition and:
                foreach (Condition part in and.Parts)
                    Collect(part, found);
                break;
            case OrCondition or:
                foreach (Condition part in or.Parts)
                    Collect(part, found);
                break;
            case NotCondition not:
                Collect(not.Inner, found);
                break;
            case ComparisonCondition comparison:
                Add(_comparisons[comparison].Variable);
                if (_comparisons[comparison].OutcomeVariable is { } outcome)
                    Add(outcome);
                break;
            case JsonataCondition { Expression: null, Source: not BooleanNode }:
                Add(_byName[KeyOf(condition)]);
                break;
            case JsonataCondition { Expression: not null } jsonata:
                foreach (string key in JsonataOutcomes.Keys(jsonata))
                    Add(_byName[key]);
                break;
        }

        void Add(ChoiceVariable variable)
        {
            if (!found.Contains(variable))
                found.Add(variable);
        }
    }

    private ChoiceVariable Variable(string name, bool isOutcome)
    {
        if (!_byName.TryGetValue(name, out ChoiceVariable? variable))
        {
            _byName.Add(name, variable = new ChoiceVariable(name, isOutcome, _variables.Count));
            _variables.Add(variable);
        }
        return variable;
    }
}

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
    private readonly Dictionary<string, ChoiceVariable> _variables = new(StringComparer.Ordinal);

    /// <summary>Looks at all rules of a Choice.</summary>
    public ChoiceWorlds(ChoiceState choice)
    {
        foreach (ChoiceRule rule in choice.Rules)
            Note(rule.Condition);
        foreach (ChoiceVariable variable in _variables.Values)
            variable.Complete();
    }

    /// <summary>All variables.</summary>
    public IReadOnlyCollection<ChoiceVariable> Variables => _variables.Values;

    /// <summary>The variables of some conditions, each once.</summary>
    public IReadOnlyList<ChoiceVariable> Of(IEnumerable<Condition> conditions)
    {
        var found = new HashSet<ChoiceVariable>();
        foreach (Condition condition in conditions)
            Collect(condition, found);
        return [.. found.OrderBy(variable => variable.Index)];
    }

    /// <summary>What the condition comes to in the worlds given, by the variables' positions.</summary>
    public Truth Evaluate(Condition condition, ValueWorld[] worlds) => condition switch
    {
        AndCondition and => All(and.Parts, worlds, Truth.True),
        OrCondition or => All(or.Parts, worlds, Truth.False),
        NotCondition not => Evaluate(not.Inner, worlds) switch { Truth.True => Truth.False, Truth.False => Truth.True, _ => Truth.Error },
        ComparisonCondition comparison => Compare(comparison, worlds),
        JsonataCondition { Constant: { } constant, Source: BooleanNode } => constant ? Truth.True : Truth.False,
        JsonataCondition { Expression: null } => Outcome(_variables[KeyOf(condition)], worlds),
        JsonataCondition jsonata => JsonataOutcomes.Evaluate(jsonata, key => Outcome(_variables[key], worlds)),
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

    private Truth Compare(ComparisonCondition comparison, ValueWorld[] worlds)
    {
        ChoiceVariable variable = _variables[comparison.Variable.Text];
        ValueWorld world = worlds[variable.Index];
        if (comparison.Operator == ComparisonOperator.IsPresent)
            return Of((world.Kind != ValueClass.Absent) == IsExpected(comparison));
        if (world.Kind == ValueClass.Absent)
            return Truth.Error;
        if (comparison.Operator >= ComparisonOperator.IsNull)
            return Of(Is(comparison.Operator, world) == IsExpected(comparison));
        if (!IsComparable(comparison.Operator, world))
            return Truth.False;
        return IsUnknown(comparison)
            ? Outcome(_variables[KeyOf(comparison)], worlds)
            : Of(Holds(comparison.Operator, comparison.Literal!, variable, world));
    }

    private static bool Holds(ComparisonOperator @operator, JsonNode literal, ChoiceVariable variable, ValueWorld world)
    {
        if (@operator == ComparisonOperator.BooleanEquals)
            return literal is BooleanNode boolean && boolean.Value == (world.Kind == ValueClass.True);
        if (@operator == ComparisonOperator.StringMatches)
            return literal is StringNode pattern && (world.Patterns & variable.BitOf(pattern.Value)) != 0;
        bool isInstant = @operator is >= ComparisonOperator.TimestampEquals and <= ComparisonOperator.TimestampGreaterThanEquals;
        int order = (isInstant ? world.Instant : world.Place).CompareTo(variable.PlaceOf(literal, @operator));
        return @operator switch
        {
            ComparisonOperator.StringEquals or ComparisonOperator.NumericEquals or ComparisonOperator.TimestampEquals => order == 0,
            ComparisonOperator.StringLessThan or ComparisonOperator.NumericLessThan or ComparisonOperator.TimestampLessThan => order < 0,
            ComparisonOperator.StringGreaterThan or ComparisonOperator.NumericGreaterThan or ComparisonOperator.TimestampGreaterThan => order > 0,
            ComparisonOperator.StringLessThanEquals or ComparisonOperator.NumericLessThanEquals or ComparisonOperator.TimestampLessThanEquals => order <= 0,
            _ => order >= 0,
        };
    }

    private static bool Is(ComparisonOperator @operator, ValueWorld world) => @operator switch
    {
        ComparisonOperator.IsNull => world.Kind == ValueClass.Null,
        ComparisonOperator.IsNumeric => world.Kind == ValueClass.Number,
        ComparisonOperator.IsString => world.Kind == ValueClass.Text,
        ComparisonOperator.IsBoolean => world.Kind is ValueClass.True or ValueClass.False,
        _ => world.Kind == ValueClass.Text && world.Instant >= 0,
    };

    // An operator holds for values of its own type only. FEATURES L-239.
    private static bool IsComparable(ComparisonOperator @operator, ValueWorld world) => @operator switch
    {
        <= ComparisonOperator.StringMatches => world.Kind == ValueClass.Text,
        <= ComparisonOperator.NumericGreaterThanEquals => world.Kind == ValueClass.Number,
        ComparisonOperator.BooleanEquals => world.Kind is ValueClass.True or ValueClass.False,
        _ => world.Kind == ValueClass.Text && world.Instant >= 0,
    };

    private static Truth Outcome(ChoiceVariable variable, ValueWorld[] worlds) => Of(worlds[variable.Index].Kind == ValueClass.True);

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;

    private static bool IsExpected(ComparisonCondition comparison) => comparison.Literal is BooleanNode { Value: true };

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
                Variable(comparison.Variable.Text, isOutcome: false).Note(comparison, IsUnknown(comparison));
                if (IsUnknown(comparison))
                    Variable(KeyOf(comparison), isOutcome: true);
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

    private void Collect(Condition condition, HashSet<ChoiceVariable> found)
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
                found.Add(_variables[comparison.Variable.Text]);
                if (IsUnknown(comparison))
                    found.Add(_variables[KeyOf(comparison)]);
                break;
            case JsonataCondition { Expression: null, Source: not BooleanNode }:
                found.Add(_variables[KeyOf(condition)]);
                break;
            case JsonataCondition { Expression: not null } jsonata:
                found.UnionWith(JsonataOutcomes.Keys(jsonata).Select(key => _variables[key]));
                break;
        }
    }

    private ChoiceVariable Variable(string name, bool isOutcome)
    {
        if (!_variables.TryGetValue(name, out ChoiceVariable? variable))
            _variables.Add(name, variable = new ChoiceVariable(name, isOutcome) { Index = _variables.Count });
        return variable;
    }
}

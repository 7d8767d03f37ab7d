using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>A comparison with what is asked of it in every world found beforehand.</summary>
/// <param name="comparison">The comparison.</param>
/// <param name="variable">The variable of the value on its left.</param>
/// <param name="outcome">The variable of its outcome, where what it compares with is not known.</param>
internal sealed class ChoiceComparison(ComparisonCondition comparison, ChoiceVariable variable, ChoiceVariable? outcome)
{
    private readonly ComparisonOperator _operator = comparison.Operator;
    private readonly bool _isExpected = comparison.Literal is BooleanNode { Value: true };
    private int _place;
    private long _pattern;

    /// <summary>The variable of the value on the left.</summary>
    public ChoiceVariable Variable => variable;

    /// <summary>The variable of the outcome, where what is compared with is not known.</summary>
    public ChoiceVariable? OutcomeVariable => outcome;

    /// <summary>Finds the place of the constant, once the variable knows all of its constants.</summary>
    public void Complete()
    {
        if (outcome is not null || _operator >= ComparisonOperator.IsNull)
            return;
        if (_operator == ComparisonOperator.StringMatches)
            _pattern = comparison.Literal is StringNode pattern ? variable.BitOf(pattern.Value) : 0;
        else if (_operator != ComparisonOperator.BooleanEquals)
            _place = variable.PlaceOf(comparison.Literal, _operator);
    }

    /// <summary>What it comes to in the worlds given, by the variables' positions.</summary>
    public Truth Evaluate(ValueWorld[] worlds)
    {
        ValueWorld world = worlds[variable.Index];
        if (_operator == ComparisonOperator.IsPresent)
            return Of((world.Kind != ValueClass.Absent) == _isExpected);
        if (world.Kind == ValueClass.Absent)
            return Truth.Error;
        if (_operator >= ComparisonOperator.IsNull)
            return Of(Is(world) == _isExpected);
        if (!IsComparable(world))
            return Truth.False;
        return outcome is not null ? outcome.Outcome(worlds) : Of(Holds(world));
    }

    private bool Holds(ValueWorld world)
    {
        if (_operator == ComparisonOperator.BooleanEquals)
            return comparison.Literal is BooleanNode && _isExpected == (world.Kind == ValueClass.True);
        if (_operator == ComparisonOperator.StringMatches)
            return (world.Patterns & _pattern) != 0;
        bool isInstant = _operator is >= ComparisonOperator.TimestampEquals and <= ComparisonOperator.TimestampGreaterThanEquals;
        int order = (isInstant ? world.Instant : world.Place).CompareTo(_place);
        return _operator switch
        {
            ComparisonOperator.StringEquals or ComparisonOperator.NumericEquals or ComparisonOperator.TimestampEquals => order == 0,
            ComparisonOperator.StringLessThan or ComparisonOperator.NumericLessThan or ComparisonOperator.TimestampLessThan => order < 0,
            ComparisonOperator.StringGreaterThan or ComparisonOperator.NumericGreaterThan or ComparisonOperator.TimestampGreaterThan => order > 0,
            ComparisonOperator.StringLessThanEquals or ComparisonOperator.NumericLessThanEquals or ComparisonOperator.TimestampLessThanEquals => order <= 0,
            _ => order >= 0,
        };
    }

    private bool Is(ValueWorld world) => _operator switch
    {
        ComparisonOperator.IsNull => world.Kind == ValueClass.Null,
        ComparisonOperator.IsNumeric => world.Kind == ValueClass.Number,
        ComparisonOperator.IsString => world.Kind == ValueClass.Text,
        ComparisonOperator.IsBoolean => world.Kind is ValueClass.True or ValueClass.False,
        _ => world.Kind == ValueClass.Text && world.Instant >= 0,
    };

    // An operator holds for values of its own type only. FEATURES L-239.
    private bool IsComparable(ValueWorld world) => _operator switch
    {
        <= ComparisonOperator.StringMatches => world.Kind == ValueClass.Text,
        <= ComparisonOperator.NumericGreaterThanEquals => world.Kind == ValueClass.Number,
        ComparisonOperator.BooleanEquals => world.Kind is ValueClass.True or ValueClass.False,
        _ => world.Kind == ValueClass.Text && world.Instant >= 0,
    };

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}

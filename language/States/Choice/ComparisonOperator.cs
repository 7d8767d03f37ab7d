namespace Compiled.Language.Binding;

/// <summary>The comparison operators, each standing for its literal and, where there is one, its <c>...Path</c> form. FEATURES L-240.</summary>
public enum ComparisonOperator
{
    /// <summary>Both are texts and, by ordinal comparison, the variable equals the operand.</summary>
    StringEquals,

    /// <summary>Both are texts and, by ordinal comparison, the variable is below the operand.</summary>
    StringLessThan,

    /// <summary>Both are texts and, by ordinal comparison, the variable is above the operand.</summary>
    StringGreaterThan,

    /// <summary>Both are texts and, by ordinal comparison, the variable is at most the operand.</summary>
    StringLessThanEquals,

    /// <summary>Both are texts and, by ordinal comparison, the variable is at least the operand.</summary>
    StringGreaterThanEquals,

    /// <summary>The text has the form of the pattern, in which <c>*</c> stands for any run of characters.</summary>
    StringMatches,

    /// <summary>Both are numbers and the variable equals the operand.</summary>
    NumericEquals,

    /// <summary>Both are numbers and the variable is below the operand.</summary>
    NumericLessThan,

    /// <summary>Both are numbers and the variable is above the operand.</summary>
    NumericGreaterThan,

    /// <summary>Both are numbers and the variable is at most the operand.</summary>
    NumericLessThanEquals,

    /// <summary>Both are numbers and the variable is at least the operand.</summary>
    NumericGreaterThanEquals,

    /// <summary>Both are booleans and the variable equals the operand.</summary>
    BooleanEquals,

    /// <summary>Both are timestamps and, as instants, the variable equals the operand.</summary>
    TimestampEquals,

    /// <summary>Both are timestamps and, as instants, the variable is below the operand.</summary>
    TimestampLessThan,

    /// <summary>Both are timestamps and, as instants, the variable is above the operand.</summary>
    TimestampGreaterThan,

    /// <summary>Both are timestamps and, as instants, the variable is at most the operand.</summary>
    TimestampLessThanEquals,

    /// <summary>Both are timestamps and, as instants, the variable is at least the operand.</summary>
    TimestampGreaterThanEquals,

    /// <summary>The variable is JSON null, or is not, as the operand says.</summary>
    IsNull,

    /// <summary>The variable's path leads to a value, JSON null included, or does not.</summary>
    IsPresent,

    /// <summary>The variable is a number, or is not.</summary>
    IsNumeric,

    /// <summary>The variable is a text, or is not.</summary>
    IsString,

    /// <summary>The variable is a boolean, or is not.</summary>
    IsBoolean,

    /// <summary>The variable is a text that is a timestamp, or is not.</summary>
    IsTimestamp,
}

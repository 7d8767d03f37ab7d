using Compiled.Language.Binding;

namespace Compiled.Language.Definition;

/// <summary>What each comparison operator of a Choice rule means, made from the parts of its name.</summary>
internal static class ComparisonDescriptions
{
    /// <summary>The hover text of the operator.</summary>
    public static string Of(ComparisonRow row)
    {
        string operand = row.IsPath ? "the one that this path leads to" : "this one";
        return row.Operator switch
        {
            ComparisonOperator.StringMatches =>
                "Holds where the value at Variable is a string of this form: '*' stands for any run of characters, and an asterisk itself is written '\\\\*' in JSON.",
            ComparisonOperator.IsNull => Test("is null"),
            ComparisonOperator.IsPresent => "Holds where the path in Variable leads to a value, null included; with false, where it leads to none.",
            ComparisonOperator.IsNumeric => Test("is a number"),
            ComparisonOperator.IsString => Test("is a string"),
            ComparisonOperator.IsBoolean => Test("is true or false"),
            ComparisonOperator.IsTimestamp => Test("is a string that is a timestamp"),
            _ => $"Holds where the value at Variable is a {Type(row.Operator)} {Relation(row.Operator)} {operand}.{Order(row.Operator)}",
        };
    }

    private static string Test(string what) => $"Holds where the value at Variable {what}; with false, where it is something else.";

    private static string Type(ComparisonOperator each) => each switch
    {
        <= ComparisonOperator.StringGreaterThanEquals => "string",
        <= ComparisonOperator.NumericGreaterThanEquals => "number",
        ComparisonOperator.BooleanEquals => "boolean",
        _ => "timestamp",
    };

    private static string Relation(ComparisonOperator each)
    {
        string name = each.ToString();
        bool isTime = each >= ComparisonOperator.TimestampEquals;
        if (name.EndsWith("LessThanEquals", StringComparison.Ordinal))
            return isTime ? "not later than" : "not above";
        if (name.EndsWith("GreaterThanEquals", StringComparison.Ordinal))
            return isTime ? "not earlier than" : "not below";
        if (name.EndsWith("LessThan", StringComparison.Ordinal))
            return isTime ? "earlier than" : "below";
        if (name.EndsWith("GreaterThan", StringComparison.Ordinal))
            return isTime ? "later than" : "above";
        return isTime ? "at the same instant as" : "equal to";
    }

    private static string Order(ComparisonOperator each) => each switch
    {
        ComparisonOperator.StringEquals => " Case matters.",
        <= ComparisonOperator.StringGreaterThanEquals => " Strings are in the order of their characters' codes, so 'Z' is below 'a'.",
        _ => "",
    };
}

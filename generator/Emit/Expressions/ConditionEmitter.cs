using System;
using System.Linq;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.Expressions;

/// <summary>
/// Turns the condition of a Choice rule into a C# condition. A variable that isn't there puts its path into
/// <c>missing</c> and counts as false; the caller looks at <c>missing</c> once the condition is decided.
/// </summary>
/// <param name="read">The C# expression of what a path finds.</param>
/// <param name="known">A shorter C# condition for a comparison of a value of which more is known; null where there is none.</param>
internal sealed class ConditionEmitter(Func<PathExpression, string> read, Func<ComparisonCondition, string?>? known = null)
{
    public ConditionEmitter(PathEmitter paths, string input)
        : this(path => paths.Emit(path, input, "Context()"))
    {
    }

    public string Emit(Condition condition) => condition switch
    {
        AndCondition and => $"({string.Join(" && ", and.Parts.Select(Emit))})",
        OrCondition or => $"({string.Join(" || ", or.Parts.Select(Emit))})",
        NotCondition not => $"!{Emit(not.Inner)}",
        ComparisonCondition comparison => known?.Invoke(comparison) ?? Comparison(comparison),
        _ => throw new InvalidOperationException($"'{condition.GetType().Name}' has no emitted form."),
    };

    private string Comparison(ComparisonCondition comparison)
    {
        string variable = read(comparison.Variable);
        string path = CSharp.Text(comparison.Variable.Text);
        switch (comparison.Operator)
        {
            case ComparisonOperator.IsPresent:
                return Expect(comparison, $"Choice.IsPresent({variable})");
            case ComparisonOperator.IsNull or ComparisonOperator.IsNumeric or ComparisonOperator.IsString or ComparisonOperator.IsBoolean or ComparisonOperator.IsTimestamp:
                return Expect(comparison, $"Choice.{comparison.Operator}({variable}, {path}, ref missing)");
        }
        if (comparison.Path is { } operandPath)
        {
            string operand = read(operandPath);
            return $"Choice.{comparison.Operator}({variable}, {operand}, {path}, {CSharp.Text(operandPath.Text)}, ref missing)";
        }
        return $"Choice.{comparison.Operator}({variable}, {Literal(comparison)}, {path}, ref missing)";
    }

    /// <summary>The operand of a type test is the outcome that is wanted, true or false.</summary>
    private static string Expect(ComparisonCondition comparison, string test)
    {
        bool wanted = comparison.Literal is not BooleanNode { Value: false };
        return wanted ? test : "!" + test;
    }

    private static string Literal(ComparisonCondition comparison)
    {
        switch (comparison.Literal)
        {
            case StringNode text when comparison.Operator.ToString().StartsWith("Timestamp", StringComparison.Ordinal):
                return Timestamps.TryParse(text.Value, out DateTimeOffset instant)
                    ? $"new global::System.DateTimeOffset({instant.UtcTicks}L, global::System.TimeSpan.Zero)"
                    : throw new InvalidOperationException($"'{text.Value}' is no timestamp; the binder lets none through.");
            case StringNode text when comparison.Operator == ComparisonOperator.StringEquals && CSharp.IsWellFormed(text.Value):
                return $"{CSharp.Text(text.Value)}, {CSharp.Text(text.Value)}u8";
            case StringNode text:
                return CSharp.Text(text.Value);
            case NumberNode number:
                return CSharp.Number(number.Value);
            case BooleanNode boolean:
                return CSharp.Bool(boolean.Value);
            default:
                throw new InvalidOperationException($"'{comparison.Operator}' has an operand of a kind that the binder lets through nowhere.");
        }
    }
}

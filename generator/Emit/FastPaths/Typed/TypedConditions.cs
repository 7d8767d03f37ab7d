using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.FastPaths.Writing;
using Compiled.Generator.Pipeline;
using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>Turns comparisons of C# values with constants into comparisons of C#. A value of another kind than the operator's makes it false, as null does.</summary>
internal static class TypedConditions
{
    /// <summary>The C# condition; null where the value's JSON has to be compared.</summary>
    public static string? Emit(ComparisonCondition comparison, FastValue value)
    {
        if (value is not FastTyped typed)
            return null;
        if (comparison.Operator == ComparisonOperator.IsPresent)
        {
            bool wanted = comparison.Literal is not BooleanNode { Value: false };
            return typed.MissingIf is { } missing ? wanted ? $"!({missing})" : $"({missing})" : CSharp.Bool(wanted);
        }
        if (typed.Type.Kind != PlainKind.Value || Test(comparison, typed.Type.Name) is not { } test)
            return null;
        string condition = $"{typed.Code} {test}";
        return typed.MissingIf is { } gone
            ? $"({gone} ? Choice.IsNull(default, {CSharp.Text(comparison.Variable.Text)}, ref missing) : {condition})"
            : $"({condition})";
    }

    private static string? Test(ComparisonCondition comparison, string type)
    {
        switch (comparison.Literal)
        {
            case StringNode text when type == "string" && comparison.Operator == ComparisonOperator.StringEquals:
                return "== " + CSharp.Text(text.Value);
            case BooleanNode boolean when type is "bool" or "bool?" && comparison.Operator == ComparisonOperator.BooleanEquals:
                return "== " + CSharp.Bool(boolean.Value);
            // Whole numbers become doubles too, as they do where JSON is compared.
            case NumberNode number when type is "int" or "int?" or "long" or "long?" or "double" or "double?" && FastNumbers.Sign(comparison.Operator) is { } sign:
                return $"{sign} {CSharp.Number(number.Value)}";
            default:
                return null;
        }
    }
}

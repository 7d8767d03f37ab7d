using System.Globalization;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Typed;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Language.Binding;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>Writes <c>States.MathAdd</c> and comparisons of numbers as C# where they are known to be whole numbers of 32 bits.</summary>
internal static class FastNumbers
{
    /// <summary>
    /// The sum: a whole number of 32 bits, or on a typed lane, where all arguments are C# numbers, one of 64. Where it would be none, or an argument is none, the path is left.
    /// </summary>
    public static FastValue Add(FastPathWriter path, FastValue[] arguments)
    {
        if (path.Typed is { } lane && arguments.Length == 2 && TypedNumbers.Code(arguments[0]) is { } first && TypedNumbers.Code(arguments[1]) is { } second)
        {
            FastTyped whole = lane.New(TypedNumbers.Sum);
            // Numbers that are rounded or too large are left to the frames.
            path.Leave($"!Intrinsics.TryAdd({first}, {second}, out {whole.Code})");
            return whole;
        }

        FastInteger sum = path.Locals.NewInteger();
        string?[] numbers = [.. arguments.Select(Code)];
        if (numbers.Contains(null))
            path.Leave($"!FastPath.TryAdd({string.Join(", ", arguments.Select(path.Builder.Build))}, out {sum.Name})");
        else
        {
            path.Code.Line($"{sum.Name} = {string.Join(" + ", numbers)};");
            path.Leave($"{sum.Name} != (int){sum.Name}");
        }
        return sum;
    }

    /// <summary>The C# expression, of type <c>long</c>, of a value that is known to be such a number; null for others.</summary>
    public static string? Code(FastValue value) => value switch
    {
        FastInteger integer => integer.Name,
        // Only what is written as this number would be: what is made of it is written so.
        FastConstant { Source: NumberNode number } when int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole) && CSharp.Number(whole) == number.Text
            => whole < 0 ? $"({number.Text}L)" : number.Text + "L",
        _ => null,
    };

    /// <summary>The C# condition; null where it is decided by the runtime.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="variable">The value that is compared.</param>
    /// <param name="operand">The value that it is compared with; null for a constant.</param>
    public static string? Emit(ComparisonCondition comparison, FastValue variable, FastValue? operand)
    {
        // Of two constants the C# compiler would say that one way is never gone.
        if (Sign(comparison.Operator) is not { } sign || Code(variable) is not { } left || variable is not FastInteger && operand is not FastInteger)
            return null;
        string? right = operand is not null ? Code(operand) : comparison.Literal is NumberNode number ? Literal(number) : null;
        // Of a number and itself it says that that is hardly meant.
        return right is null || right == left ? null : $"({left} {sign} {right})";
    }

    /// <summary>The C# operator of a comparison of numbers; null for other comparisons.</summary>
    public static string? Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.NumericEquals => "==",
        ComparisonOperator.NumericLessThan => "<",
        ComparisonOperator.NumericGreaterThan => ">",
        ComparisonOperator.NumericLessThanEquals => "<=",
        ComparisonOperator.NumericGreaterThanEquals => ">=",
        _ => null,
    };

    // A number of 32 bits compares with whole numbers and with doubles exactly.
    private static string? Literal(NumberNode number) => double.IsInfinity(number.Value) ? null
        : number.Value is >= int.MinValue and <= int.MaxValue && number.IsInteger ? CSharp.Number((long)number.Value) + "L"
        : CSharp.Number(number.Value);
}

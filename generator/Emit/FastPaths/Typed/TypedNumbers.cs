using System.Linq;
using Compiled.Generator.Pipeline;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>Writes <c>States.MathAdd</c> as an addition of C# numbers.</summary>
internal static class TypedNumbers
{
    private static readonly PlainType s_long = new("long", PlainKind.Value);

    /// <summary>The sum; null where an argument is not known to be a number.</summary>
    public static FastTyped? Add(FastPathWriter path, FastValue[] arguments)
    {
        string?[] numbers = [.. arguments.Select(Number)];
        if (numbers.Length != 2 || numbers.Contains(null))
            return null;
        FastTyped sum = path.Typed!.New(s_long);
        // Numbers that are rounded or too large are left to the frames.
        path.Leave($"!Intrinsics.TryAdd({numbers[0]}, {numbers[1]}, out {sum.Code})");
        return sum;
    }

    private static string? Number(FastValue value) => value switch
    {
        FastTyped { Type: { Kind: PlainKind.Value, Name: "int" or "long" or "double" } } typed => typed.Code,
        FastInteger integer => integer.Name,
        FastConstant { Source: NumberNode { IsInteger: true } number } => CSharp.Number(number.Value),
        _ => null,
    };
}

using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Pipeline;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>What is a C# number on a typed lane.</summary>
internal static class TypedNumbers
{
    /// <summary>The type of a sum.</summary>
    public static PlainType Sum { get; } = new("long", PlainKind.Value);

    /// <summary>The C# expression of a value that is known to be a number; null for others.</summary>
    public static string? Code(FastValue value) => value switch
    {
        FastTyped { Type: { Kind: PlainKind.Value, Name: "int" or "long" or "double" } } typed => typed.Code,
        FastInteger integer => integer.Name,
        FastConstant { Source: NumberNode { IsInteger: true } number } => CSharp.Number(number.Value),
        _ => null,
    };
}

using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator;

/// <summary>Why an expression does not compile.</summary>
/// <param name="Code">JSONata's code, <c>S0201</c>.</param>
/// <param name="Message">JSONata's text for it.</param>
/// <param name="Position">Where the characters at fault start, in UTF-16 characters from 0.</param>
/// <param name="Length">How many they are; 0 at the end of the expression.</param>
public sealed record JsonataCompileError(string Code, string Message, int Position, int Length)
{
    internal static JsonataCompileError Of(JsonataSyntaxError error) => new(error.Code, error.Message, error.Span.Start, error.Span.Length);
}

using System;
using System.Linq;
using System.Text;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Pipeline;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Generator.Emit.FastPaths.Typed;

/// <summary>Writes <c>States.Format</c> as C# that puts a string together of C# values.</summary>
internal static class TypedText
{
    private static readonly PlainType s_string = new("string", PlainKind.Value);

    /// <summary>Whether the call gives a string whenever its arguments are there.</summary>
    public static bool CanFormat(IntrinsicCall call) => call is { Function: IntrinsicFunction.Format, Format: { } format }
        && format.PlaceholderCount == call.Arguments.Count - 1 && format.PlaceholderCount > 0 && format.Texts.All(CSharp.IsWellFormed);

    public static FastTyped Format(FastPathWriter path, IntrinsicCall call, Func<IntrinsicArgument, FastValue> find)
    {
        FastValue[] arguments = [.. call.Arguments.Skip(1).Select(find)];
        FastTyped made = path.Typed!.Take(s_string, arguments.All(IsString) && arguments.Length <= 2 ? Joined(call.Format!, arguments) : Interpolated(path, call.Format!, arguments));
        // A character takes at most six bytes where it has to be escaped.
        path.Leave($"{made.Code}!.Length > (MostBytes - 2) / 6");
        return made;
    }

    private static bool IsString(FastValue value) => value is FastTyped { Type: { Kind: PlainKind.Value, Name: "string" } };

    private static string Joined(FormatTemplate format, FastValue[] arguments)
    {
        var parts = new StringBuilder("string.Concat(");
        for (int i = 0; i < format.Texts.Count; i++)
        {
            if (format.Texts[i].Length > 0)
                parts.Append(CSharp.Text(format.Texts[i])).Append(", ");
            if (i < arguments.Length)
                parts.Append(((FastTyped)arguments[i]).Code).Append(" ?? \"null\", ");
        }
        parts.Length -= 2;
        return parts.Append(')').ToString();
    }

    private static string Interpolated(FastPathWriter path, FormatTemplate format, FastValue[] arguments)
    {
        var text = new StringBuilder("JoinedText.Of($\"");
        for (int i = 0; i < format.Texts.Count; i++)
        {
            string quoted = CSharp.Text(format.Texts[i]);
            text.Append(quoted.Substring(1, quoted.Length - 2).Replace("{", "{{").Replace("}", "}}"));
            if (i < arguments.Length)
                text.Append('{').Append(Code(path, arguments[i])).Append('}');
        }
        return text.Append("\")").ToString();
    }

    // In parentheses, as a colon would end the expression.
    private static string Code(FastPathWriter path, FastValue value) => value switch
    {
        FastTyped { Type.Kind: PlainKind.Value } typed => typed.Code,
        FastConstant { Source: StringNode source } when CSharp.IsWellFormed(source.Value) => CSharp.Text(source.Value),
        _ => $"({path.Builder.Build(value)})",
    };
}

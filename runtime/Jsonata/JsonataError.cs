using System.Globalization;
using System.Text;
using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Makes the errors of expressions: JSONata's text for a code with its blanks filled in.</summary>
public static class JsonataError
{
    /// <summary>The error to throw. A blank that is given no value is <c>undefined</c>, as in JSONata.</summary>
    /// <param name="code">The code, <c>T0410</c>.</param>
    /// <param name="token">The function or operator, without the <c>$</c> of a function.</param>
    /// <param name="index">Which argument, counted from 1.</param>
    /// <param name="value">The value that was wrong.</param>
    /// <param name="second">The other value of two: <c>value2</c>, or the exponent of <c>$power</c>.</param>
    /// <param name="type">What the elements of an array must be: <c>n</c>, <c>s</c>.</param>
    /// <param name="message">The author's own text, of <c>$error</c> and <c>$assert</c>.</param>
    public static JsonataException Of(
        string code,
        string? token = null,
        int index = 0,
        JsonValue value = default,
        JsonValue second = default,
        string? type = null,
        string? message = null)
    {
        string template = JsonataErrors.Template(code) ?? "";
        var text = new StringBuilder(template.Length + 32);
        int at = 0;
        while (true)
        {
            int open = template.IndexOf("{{", at, StringComparison.Ordinal);
            int close = open < 0 ? -1 : template.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                return new JsonataException(code, text.Append(template, at, template.Length - at).ToString());
            }

            text.Append(template, at, open - at);
            bool isRaw = template[open + 2] == '{';
            string name = template[(isRaw ? open + 3 : open + 2)..close];
            text.Append(name switch
            {
                "token" or "functionName" => Written(token, isRaw),
                "message" => Written(message, isRaw),
                "type" => Written(type, isRaw),
                "index" => index.ToString(CultureInfo.InvariantCulture),
                "value" => Written(value),
                "value2" or "exp" => Written(second),
                _ => "undefined",
            });
            at = close + (isRaw ? 3 : 2);
        }
    }

    /// <summary>Calls or values nest deeper than allowed.</summary>
    public static JsonataException TooDeep()
        => new("U1001", "Stack overflow error: Check for non-terminating recursive function.  Consider rewriting as tail-recursive.");

    /// <summary>The evaluation has taken more steps than it may.</summary>
    public static JsonataException TooLong() => new("U1001", "Expression evaluation timeout: Check for infinite loop");

    /// <summary>Refuses a level, counted from 0, that no JSON has. What was built may nest deeper than what was read.</summary>
    internal static void RefuseDeeper(int level)
    {
        if (level > JsonValue.MaxDepth)
        {
            throw TooDeep();
        }
    }

    private static string Written(string? text, bool isRaw)
        => text is null ? "undefined" : isRaw ? text : JsonValue.String(text).ToString();

    // As JSON.stringify writes it.
    private static string Written(in JsonValue value)
    {
        if (value.IsMissing || value.IsFunction)
        {
            return "undefined";
        }

        JsonBuffer buffer = JsonBuffer.Rent();
        JsonataText.Write(value, buffer, exact: true);
        string text = Encoding.UTF8.GetString(buffer.Written);
        buffer.Return();
        return text;
    }
}

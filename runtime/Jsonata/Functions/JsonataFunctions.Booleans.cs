using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>What a value is, and stopping the evaluation.</content>
public static partial class JsonataFunctions
{
    /// <summary><c>$boolean(value)</c>: whether the value counts as true.</summary>
    public static JsonValue Boolean(JsonValue value) => value.IsMissing ? default : JsonValue.Boolean(Truth.Of(value));

    /// <summary><c>$not(value)</c>: whether the value counts as false.</summary>
    public static JsonValue Not(JsonValue value) => value.IsMissing ? default : JsonValue.Boolean(!Truth.Of(value));

    /// <summary><c>$exists(value)</c>.</summary>
    public static JsonValue Exists(JsonValue value) => JsonValue.Boolean(!value.IsMissing);

    /// <summary><c>$type(value)</c>: null, number, string, boolean, array, object or function.</summary>
    public static JsonValue Type(JsonValue value) => value.Kind switch
    {
        JsonKind.Missing => default,
        JsonKind.Null => JsonValue.String("null"),
        JsonKind.True or JsonKind.False => JsonValue.String("boolean"),
        JsonKind.Number => JsonValue.String("number"),
        JsonKind.String => JsonValue.String("string"),
        JsonKind.Array => JsonValue.String("array"),
        JsonKind.Function => JsonValue.String("function"),
        _ => JsonValue.String("object"),
    };

    /// <summary><c>$error(message?)</c>: ends the evaluation.</summary>
    /// <exception cref="JsonataException">D3137, always; T0410: the message is no string.</exception>
    public static JsonValue Error(JsonValue message)
    {
        Arguments.String(message, "error", 1);
        throw JsonataError.Of("D3137", message: MessageOr(message, "$error() function evaluated"));
    }

    /// <summary><c>$assert(condition, message?)</c>: ends the evaluation unless the condition is true; gives nothing.</summary>
    /// <exception cref="JsonataException">D3141: the condition is false or missing.</exception>
    public static JsonValue Assert(JsonValue condition, JsonValue message)
    {
        Arguments.Boolean(condition, "assert", 1);
        Arguments.String(message, "assert", 2);
        return condition.IsTrue ? default : throw JsonataError.Of("D3141", message: MessageOr(message, "$assert() statement failed"));
    }

    private static string MessageOr(JsonValue message, string otherwise) => message.IsMissing || Texts.IsEmpty(message) ? otherwise : message.AsString();
}

namespace Compiled;

/// <summary>
/// Makes a static partial method the compiled form of a JSONata expression: the generator writes the method's body at build time, and what is
/// wrong with the expression is reported on its characters.
/// </summary>
/// <remarks>
/// <para>
/// <b>Shape</b>: <c>[Jsonata("$sum(items.(qty * price))")] public static partial double Total(JsonElement order);</c>. The first parameter is
/// the input, <c>$</c>; each further one is the variable of its name. Both may be <see cref="Values.JsonValue"/>,
/// <see cref="System.Text.Json.JsonElement"/>, <see cref="System.Text.Json.Nodes.JsonNode"/>, UTF-8 JSON (<see cref="ReadOnlySpan{T}"/> or
/// <see cref="ReadOnlyMemory{T}"/> of bytes, <c>byte[]</c>), a number, a bool, or a type that <see cref="JsonContext"/> knows. A
/// <see cref="string"/> is JSON text as the input and a JSON string as a variable. A parameter of type <see cref="Jsonata.Evaluation"/> is
/// neither: it says the time, the randomness and how much work may be done; without it they are the system's and the defaults.
/// </para>
/// <para>
/// <b>Result</b>: the same types, a <see cref="string"/> being a JSON string, not text of JSON; or nothing, and the last parameter an
/// <see cref="System.Buffers.IBufferWriter{T}"/> of bytes that the result's JSON is written to. Where JSONata's result is undefined,
/// <see cref="Values.JsonValue"/> is missing, <see cref="System.Text.Json.JsonElement"/> is <see cref="System.Text.Json.JsonValueKind.Undefined"/>,
/// bytes are empty, nothing is written, and whatever can be null is null.
/// </para>
/// <para>
/// <b>Errors</b>: <see cref="Jsonata.JsonataException"/> where the expression fails; <see cref="System.Text.Json.JsonException"/> where the input is no
/// JSON; <see cref="InvalidOperationException"/> where the result does not fit the method's type.
/// </para>
/// </remarks>
/// <param name="expression">The expression, JSONata 2.x, without <c>{%</c> and <c>%}</c>.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class JsonataAttribute(string expression) : Attribute
{
    /// <summary>The expression.</summary>
    public string Expression { get; } = expression;

    /// <summary>
    /// The source-generated <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that knows the method's own types; needed where
    /// it has any, for nothing here reflects.
    /// </summary>
    public Type? JsonContext { get; set; }
}

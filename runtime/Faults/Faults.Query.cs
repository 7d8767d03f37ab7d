using Compiled.Language.Vocabulary;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>JSONata.</content>
public static partial class Faults
{
    /// <summary>FEATURES E-020, I-008: an expression has no value.</summary>
    /// <param name="expression">The expression without its <c>{% %}</c>.</param>
    /// <param name="field">The field, and with slashes the place inside it: <c>Output/total</c>.</param>
    public static Fault QueryUndefined(string expression, string field)
        => Query($"{Specified(expression, field)} returned nothing (undefined).", field);

    /// <summary>FEATURES E-021: an expression gave a value of another type than its field takes.</summary>
    public static Fault QueryWrongType(string expression, string field, string expected, JsonValue value)
        => Query(
            $"{Specified(expression, field)} returned an unexpected result type. Expected '{expected}', but was '{TypeName(value)}' for value: {Json(value)}",
            field);

    /// <summary>FEATURES E-022: an expression gave something that is no JSON, such as a function.</summary>
    public static Fault QueryUnsupportedType(string expression, string field)
        => Query($"{Specified(expression, field)} returned an unsupported result type.", field);

    /// <summary>FEATURES E-023: an expression failed.</summary>
    /// <param name="expression">The expression without its <c>{% %}</c>.</param>
    /// <param name="field">The field, and with slashes the place inside it.</param>
    /// <param name="error">JSONata's code and text: <c>T1006: Attempted to invoke a non-function</c>.</param>
    public static Fault QueryError(string expression, string field, string error)
        => Query($"{Specified(expression, field)} threw an error during evaluation. {error}", field);

    /// <summary>An expression gave a number that its field doesn't take. AWS's words for it are not known.</summary>
    public static Fault QueryOutOfRange(string expression, string field, long least, long most, JsonValue value)
        => Query($"{Specified(expression, field)} returned an unexpected value. Expected a whole number from {least} to {most}, but was: {value}", field);

    /// <summary>FEATURES E-024: a Map without Items whose input is no array.</summary>
    public static Fault MapInputNotArray(JsonValue input) => Query($"Map state input must be an array but was: {Json(input)}", null);

    private static Fault Query(string cause, string? field) => new(StatesErrors.QueryEvaluationError, cause) { Location = field };

    private static string Specified(string expression, string field) => $"The JSONata expression '{expression}' specified for the field '{field}'";

    private static string TypeName(JsonValue value) => value.Kind switch
    {
        JsonKind.True or JsonKind.False => "boolean",
        JsonKind kind => kind.ToString().ToLowerInvariant(),
    };
}

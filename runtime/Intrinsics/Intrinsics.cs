using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Compiled.Values;

namespace Compiled.Expressions;

/// <summary>
/// The 18 intrinsic functions, as emitted code calls them. FEATURES L-400 to L-421. Each gives its value, or a failure with
/// <c>States.IntrinsicFailure</c> that quotes the call (I-004). An argument that is a failure, from a call inside the call, comes out as it is.
/// </summary>
/// <remarks>The first parameter is always the text of the call as it stands in the definition.</remarks>
public static partial class Intrinsics
{
    /// <summary>The most characters that Base64Encode, Base64Decode and Hash take. FEATURES L-414, L-415.</summary>
    public const int MaxCharacters = 10_000;

    /// <summary>The most elements that ArrayRange makes. FEATURES L-410.</summary>
    public const int MaxRange = 1000;

    private static JsonValue Fail(string functionText, string message) => JsonValue.Failure(Faults.IntrinsicFailure(functionText, message));

    // What is wrong with one of the arguments; a failure among them came first.
    private static JsonValue Mismatch(string functionText, string expected, int index, params ReadOnlySpan<JsonValue> arguments)
    {
        if (TryFindFailure(arguments, out JsonValue failure))
        {
            return failure;
        }

        return Wrong(functionText, expected, index, arguments[index]);
    }

    private static JsonValue Wrong(string functionText, string expected, int index, JsonValue argument)
        => Fail(functionText, string.Create(CultureInfo.InvariantCulture, $"Argument {index + 1} must be {expected}, but was {Describe(argument)}."));

    private static bool TryFindFailure(ReadOnlySpan<JsonValue> arguments, out JsonValue failure)
    {
        foreach (JsonValue argument in arguments)
        {
            if (argument.IsFailure)
            {
                failure = argument;
                return true;
            }
        }

        failure = default;
        return false;
    }

    // A missing argument is one whose path has no value; emitted code reports those itself, with the path.
    private static bool AreValues(string functionText, ReadOnlySpan<JsonValue> arguments, out JsonValue failure, int firstIndex = 0)
    {
        if (TryFindFailure(arguments, out failure))
        {
            return false;
        }

        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].IsMissing)
            {
                failure = Wrong(functionText, "a value", firstIndex + i, arguments[i]);
                return false;
            }
        }

        return true;
    }

    private static bool TryText(JsonValue value, [NotNullWhen(true)] out string? text)
    {
        text = value.IsString ? value.AsString() : null;
        return text is not null;
    }

    private static string Describe(JsonValue value) => value.Kind switch
    {
        JsonKind.Missing => "missing",
        JsonKind.Null => "null",
        JsonKind.True or JsonKind.False => "a boolean",
        JsonKind.Array or JsonKind.Object => $"an {value.Kind.ToString().ToLowerInvariant()}",
        JsonKind.Number => $"the number {value}",
        _ => $"a {value.Kind.ToString().ToLowerInvariant()}",
    };
}

using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>A parameter of a <see cref="Signature"/>.</summary>
/// <param name="accepts">The kinds that fit, one letter each: <c>s n b l o a f</c>, <c>m</c> for missing.</param>
/// <param name="quantifiers"><c>?</c>: may be left out; <c>-</c>: then the context stands in; <c>+</c>: one or more.</param>
/// <param name="isArray">Whether a value that is no array becomes one.</param>
/// <param name="subtype">What the elements of an array must be; null for anything.</param>
public sealed class SignatureParameter(string accepts, string quantifiers = "", bool isArray = false, string? subtype = null)
{
    internal bool TakesContext { get; } = quantifiers.Contains('-', StringComparison.Ordinal);

    internal int Least { get; } = quantifiers.AsSpan().ContainsAny('-', '?') ? 0 : 1;

    internal int Most { get; } = quantifiers.Contains('+', StringComparison.Ordinal) ? int.MaxValue : 1;

    internal bool Accepts(JsonValue value) => accepts.Contains(Letter(value), StringComparison.Ordinal);

    internal JsonValue Coerce(JsonValue argument, int index, string? name)
    {
        if (!isArray || argument.IsMissing)
        {
            return argument;
        }

        if (subtype is not null && !IsOfSubtype(argument, subtype))
        {
            throw JsonataError.Of("T0412", token: name, index: index, type: Plural(subtype));
        }

        return argument.IsArray ? argument : JsonValue.ArrayOf([argument]);
    }

    private static bool IsOfSubtype(JsonValue argument, string type)
    {
        if (!argument.IsArray)
        {
            return type.Length == 1 && type[0] == Letter(argument);
        }

        foreach (JsonValue item in argument.Items())
        {
            if (type.Length == 0 || Letter(item) != type[0])
            {
                return false;
            }
        }

        return true;
    }

    internal static char Letter(JsonValue value) => value.Kind switch
    {
        JsonKind.String => 's',
        JsonKind.Number => 'n',
        JsonKind.True or JsonKind.False => 'b',
        JsonKind.Null => 'l',
        JsonKind.Object => 'o',
        JsonKind.Array => 'a',
        JsonKind.Function => 'f',
        _ => 'm',
    };

    private static string? Plural(string type) => type switch
    {
        "a" => "arrays",
        "b" => "booleans",
        "f" => "functions",
        "n" => "numbers",
        "o" => "objects",
        "s" => "strings",
        _ => null,
    };
}

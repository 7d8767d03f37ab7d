using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Checks the arguments of built-in functions against their signatures, as JSONata does before it calls them: a missing argument fits every
/// type except a function. The function's name is without its <c>$</c>, the index counted from 1.
/// </summary>
internal static class Arguments
{
    /// <summary>T0410: the argument does not fit.</summary>
    public static JsonataException Mismatch(string function, int index) => JsonataError.Of("T0410", token: function, index: index);

    /// <summary>T0412: the argument is not an array of the one type, given as its letter: <c>n</c>, <c>s</c>, <c>o</c>.</summary>
    public static JsonataException ItemMismatch(string function, int index, char type) => JsonataError.Of("T0412", token: function, index: index, type: type switch
    {
        'a' => "arrays",
        'b' => "booleans",
        'f' => "functions",
        'n' => "numbers",
        'o' => "objects",
        _ => "strings",
    });

    /// <summary>A string or missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void String(in JsonValue value, string function, int index)
    {
        if (!value.IsString && !value.IsMissing)
            Refuse(function, index);
    }

    /// <summary>True, false or missing.</summary>
    public static void Boolean(in JsonValue value, string function, int index)
    {
        if (!value.IsBoolean && !value.IsMissing)
            Refuse(function, index);
    }

    /// <summary>A number or missing; gives whether it is there, and the number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Number(in JsonValue value, string function, int index, out double number)
    {
        if (value.TryGetDouble(out number))
            return true;
        if (!value.IsMissing)
            Refuse(function, index);
        return false;
    }

    /// <summary>An object or missing.</summary>
    public static void Object(in JsonValue value, string function, int index)
    {
        if (!value.IsObject && !value.IsMissing)
            Refuse(function, index);
    }

    /// <summary>A function; it must be there.</summary>
    public static JsonataFunction Function(in JsonValue value, string function, int index) => value.AsFunction ?? throw Mismatch(function, index);

    /// <summary>A function, or null if it is missing.</summary>
    public static JsonataFunction? OptionalFunction(in JsonValue value, string function, int index)
        => value.IsMissing ? null : value.AsFunction ?? throw Mismatch(function, index);

    /// <summary>A string, a function or missing.</summary>
    public static void StringOrFunction(in JsonValue value, string function, int index)
    {
        if (!value.IsFunction)
            String(value, function, index);
    }

    /// <summary>The array that a value is: itself if it is one, an array with that one element otherwise. Not for a missing value.</summary>
    public static JsonValue Array(in JsonValue value) => value.IsArray ? value : JsonValue.ArrayOf([value]);

    /// <summary>Checks that every element of an array, or the value that stands for an array of one, has a type.</summary>
    public static void Items(in JsonValue value, Predicate<JsonValue> isOfType, string function, int index, char type)
    {
        if (value.IsMissing)
            return;

        if (!value.IsArray)
        {
            if (!isOfType(value))
                throw ItemMismatch(function, index, type);
            return;
        }

        foreach (JsonValue item in value.Items())
        {
            if (!isOfType(item))
                throw ItemMismatch(function, index, type);
        }
    }

    // Apart, so that the checks above stay small enough to be inlined.
    [DoesNotReturn]
    private static void Refuse(string function, int index) => throw Mismatch(function, index);
}

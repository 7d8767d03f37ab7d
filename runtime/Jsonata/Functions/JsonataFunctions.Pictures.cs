using Compiled.Values;

namespace Compiled.Jsonata;

/// <content>Numbers written and read by pictures.</content>
public static partial class JsonataFunctions
{
    /// <summary><c>$formatNumber(number, picture, options)</c>: <c>$formatNumber(1234.5, "#,##0.00")</c> is <c>1,234.50</c>.</summary>
    /// <exception cref="JsonataException">D3080 to D3093: the picture is none. T0410: an argument, or a symbol among the options, does not fit.</exception>
    public static JsonValue FormatNumber(JsonValue number, JsonValue picture, JsonValue options)
    {
        bool isThere = FiniteNumber(number, "formatNumber", out double value);
        string text = Picture(picture, "formatNumber");
        Arguments.Object(options, "formatNumber", 3);
        return isThere ? NumberPicture.Of(text, options).Format(value) : default(JsonValue);
    }

    /// <summary><c>$formatInteger(number, picture)</c>: <c>$formatInteger(28, "w;o")</c> is <c>twenty-eighth</c>. A fraction is rounded down.</summary>
    /// <exception cref="JsonataException">D3130, D3131: the picture is none. T0410: an argument does not fit.</exception>
    public static JsonValue FormatInteger(JsonValue number, JsonValue picture)
    {
        bool isThere = FiniteNumber(number, "formatInteger", out double value);
        string text = Picture(picture, "formatInteger");
        return isThere ? IntegerPicture.Of(text).Format(value) : default(JsonValue);
    }

    /// <summary>
    /// <c>$parseInteger(string, picture)</c>, the inverse of <c>$formatInteger</c>. Nothing where the text does not fit, for which
    /// JavaScript's value is NaN.
    /// </summary>
    /// <exception cref="JsonataException">D3130, D3131: the picture is none. T0410: an argument does not fit.</exception>
    public static JsonValue ParseInteger(JsonValue text, JsonValue picture)
    {
        Arguments.String(text, "parseInteger", 1);
        return IntegerPicture.Of(Picture(picture, "parseInteger")).ParseInteger(text);
    }

    private static string Picture(in JsonValue picture, string function) => picture.IsString ? picture.AsString() : throw Arguments.Mismatch(function, 2);

    /// <summary>Checks the first argument; one that was read may be beyond the range of doubles.</summary>
    internal static bool FiniteNumber(in JsonValue number, string function, out double value)
        => Arguments.Number(number, function, 1, out value) && (double.IsFinite(value) ? true : throw JsonataError.Of("D1001", value: number));

    /// <summary>A number that was read; nothing where JavaScript has NaN.</summary>
    internal static JsonValue NumberOrNothing(double number) => double.IsFinite(number) ? JsonValue.Number(number) : default;
}

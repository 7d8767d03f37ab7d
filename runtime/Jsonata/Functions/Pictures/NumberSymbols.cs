using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The symbols of a number's picture and text: the properties of a decimal format, XPath Functions 3.1, 4.7.1.</summary>
internal sealed record NumberSymbols
{
    public static readonly NumberSymbols Default = new();

    public string DecimalSeparator { get; private set; } = ".";

    public string GroupingSeparator { get; private set; } = ",";

    public string ExponentSeparator { get; private set; } = "e";

    public string MinusSign { get; private set; } = "-";

    public string Percent { get; private set; } = "%";

    public string PerMille { get; private set; } = "\u2030";

    public string ZeroDigit { get; private set; } = "0";

    public string Digit { get; private set; } = "#";

    public string PatternSeparator { get; private set; } = ";";

    /// <summary>The defaults with what the members of an object set; others are ignored, as those for infinity and NaN, which are no numbers here.</summary>
    /// <exception cref="JsonataException">T0410: one of the symbols is no string, or there is no zero digit.</exception>
    public static NumberSymbols Of(JsonValue options)
    {
        if (options.IsMissing)
        {
            return Default;
        }

        var symbols = new NumberSymbols();
        foreach (JsonMember member in options.Members())
        {
            symbols.Set(member.Name, member.Value);
        }

        return symbols;
    }

    /// <summary>Whether the character is in the decimal digit family: the zero digit or one of the nine that follow it in Unicode.</summary>
    public bool IsDigit(char c) => ZeroDigit.Length > 0 && c >= ZeroDigit[0] && c <= ZeroDigit[0] + 9;

    /// <summary>Whether the character is a digit or a place for one.</summary>
    public bool IsPlace(char c) => IsDigit(c) || Is(c, Digit);

    /// <summary>Whether the character takes part in the picture; others belong to the prefix or suffix.</summary>
    public bool IsActive(char c)
        => IsPlace(c) || Is(c, DecimalSeparator) || Is(c, ExponentSeparator) || Is(c, GroupingSeparator) || Is(c, PatternSeparator);

    public static bool Is(char c, string symbol) => symbol.Length == 1 && symbol[0] == c;

    private void Set(string name, JsonValue value)
    {
        switch (name)
        {
            case "decimal-separator": DecimalSeparator = Text(value); break;
            case "grouping-separator": GroupingSeparator = Text(value); break;
            case "exponent-separator": ExponentSeparator = Text(value); break;
            case "minus-sign": MinusSign = Text(value); break;
            case "percent": Percent = Text(value); break;
            case "per-mille": PerMille = Text(value); break;
            case "zero-digit": ZeroDigit = Text(value) is { Length: > 0 } digit ? digit : throw Refusal(); break;
            case "digit": Digit = Text(value); break;
            case "pattern-separator": PatternSeparator = Text(value); break;
        }
    }

    private static string Text(JsonValue value) => value.IsString ? value.AsString() : throw Refusal();

    private static JsonataException Refusal() => Arguments.Mismatch("formatNumber", 3);
}

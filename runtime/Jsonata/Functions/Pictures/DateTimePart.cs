namespace Compiled.Jsonata;

/// <summary>A part of a date-time's picture: text as it is, or a component with its presentation.</summary>
internal sealed record DateTimePart
{
    /// <summary>The text; null for a component.</summary>
    public string? Literal { get; init; }

    public char Component { get; init; }

    /// <summary>The case of a name; null for a number.</summary>
    public LetterCase? Names { get; init; }

    /// <summary>How a number is written, also that of a time zone.</summary>
    public IntegerPicture? Integer { get; init; }

    /// <summary>The most characters of a name; null for all.</summary>
    public int? MostWidth { get; init; }

    /// <summary>How many digits of a year are written, from the right; negative for all.</summary>
    public int YearDigits { get; init; } = -1;

    /// <summary>Whether UTC is written as Z.</summary>
    public bool HasZulu { get; init; }
}

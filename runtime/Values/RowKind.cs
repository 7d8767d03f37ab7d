namespace Compiled.Values;

/// <summary>The kinds of <see cref="Row"/>: the low three bits are the <see cref="JsonKind"/>, the fourth tells two spellings apart.</summary>
internal enum RowKind : byte
{
    Null = JsonKind.Null,
    False = JsonKind.False,
    True = JsonKind.True,

    /// <summary>A number of digits only, with or without a sign.</summary>
    Integer = JsonKind.Number,

    /// <summary>A string that means what its bytes say.</summary>
    Plain = JsonKind.String,

    Array = JsonKind.Array,
    Object = JsonKind.Object,

    /// <summary>A number with a fraction or an exponent.</summary>
    Decimal = JsonKind.Number | 8,

    /// <summary>A string with at least one escape.</summary>
    Escaped = JsonKind.String | 8,
}

namespace Compiled.Jsonata;

internal enum IntegerKind
{
    Decimal,
    Letters,
    Roman,
    Words,

    /// <summary>A numbering sequence, <c>①</c>, which jsonata-js does not know.</summary>
    Sequence,
}

internal enum LetterCase
{
    Lower,
    Upper,
    Title,
}

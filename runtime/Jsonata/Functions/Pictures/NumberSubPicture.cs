namespace Compiled.Jsonata;

/// <summary>One half of a number's picture taken apart, checked and analysed: XPath Functions 3.1, 4.7.3 and 4.7.4, as jsonata-js does it.</summary>
internal sealed record NumberSubPicture
{
    private readonly NumberSymbols _symbols;
    private readonly string _active;
    private readonly string _mantissa;
    private readonly string _integer;
    private readonly string _fraction;
    private readonly string? _exponent;

    public NumberSubPicture(string text, NumberSymbols symbols)
    {
        Text = text;
        _symbols = symbols;
        int first = FirstActive(text), last = LastActive(text);
        Prefix = first < 0 ? "" : text[..first];
        Suffix = last < 0 ? "" : text[(last + 1)..];
        _active = text[Prefix.Length..^Suffix.Length];

        // jsonata-js counts the exponent's place from the start of the text and cuts the active part there: with both a prefix and an
        // exponent the parts are off by the prefix, which the check then refuses.
        int exponent = text.IndexOf(symbols.ExponentSeparator, Prefix.Length, StringComparison.Ordinal);
        bool hasExponent = exponent >= 0 && exponent <= text.Length - Suffix.Length;
        _mantissa = hasExponent ? _active[..Math.Min(exponent, _active.Length)] : _active;
        _exponent = hasExponent ? _active[Math.Min(exponent + 1, _active.Length)..] : null;
        int point = _mantissa.IndexOf(symbols.DecimalSeparator, StringComparison.Ordinal);
        _integer = point < 0 ? _mantissa : _mantissa[..point];
        _fraction = point < 0 ? Suffix : _mantissa[Math.Min(point + 1, _mantissa.Length)..];
        Analyse();
    }

    public string Text { get; }

    public string Prefix { get; init; }

    public string Suffix { get; }

    /// <summary>How many places stand to the right of each grouping separator of the whole part, from left to right.</summary>
    public int[] WholeGroups { get; private set; } = [];

    /// <summary>The width of all groups if they are alike; 0 otherwise.</summary>
    public int RegularGroup { get; private set; }

    /// <summary>How many places stand to the left of each grouping separator of the fraction.</summary>
    public int[] FractionGroups { get; private set; } = [];

    public int LeastWhole { get; private set; }

    public int Scaling { get; private set; }

    public int LeastFraction { get; private set; }

    public int MostFraction { get; private set; }

    public int LeastExponent { get; private set; }

    /// <summary>The code of the last rule that is broken, in the order of jsonata-js; null if all are kept.</summary>
    public string? Check()
    {
        string? code = null;
        int point = IndexOf(_symbols.DecimalSeparator);
        if (point != Text.LastIndexOf(_symbols.DecimalSeparator, StringComparison.Ordinal))
            code = "D3081";
        if (IsTwice(_symbols.Percent))
            code = "D3082";
        if (IsTwice(_symbols.PerMille))
            code = "D3083";
        if (IsPercent && IsPerMille)
            code = "D3084";
        if (!_mantissa.Any(_symbols.IsPlace))
            code = "D3085";
        if (!_active.All(_symbols.IsActive))
            code = "D3086";
        return CheckGroups(point) ?? code;
    }

    public bool IsPercent => IndexOf(_symbols.Percent) >= 0;

    public bool IsPerMille => IndexOf(_symbols.PerMille) >= 0;

    public bool HasPoint => IndexOf(_symbols.DecimalSeparator) >= 0;

    private string? CheckGroups(int point)
    {
        string? code = null;
        string separator = _symbols.GroupingSeparator;
        if (point >= 0 ? IsSeparator(point - 1) || IsSeparator(point + 1) : false)
            code = "D3087";
        else if (point < 0 && _integer.Length > 0 && NumberSymbols.Is(_integer[^1], separator))
            code = "D3088";
        if (IndexOf(separator + separator) >= 0)
            code = "D3089";
        int optional = _integer.IndexOf(_symbols.Digit, StringComparison.Ordinal);
        if (optional >= 0 && _integer[..optional].Any(_symbols.IsDigit))
            code = "D3090";
        optional = _fraction.LastIndexOf(_symbols.Digit, StringComparison.Ordinal);
        if (optional >= 0 && _fraction[optional..].Any(_symbols.IsDigit))
            code = "D3091";
        if (_exponent is { Length: > 0 } && (IsPercent || IsPerMille))
            code = "D3092";
        if (_exponent is not null && (_exponent.Length == 0 || !_exponent.All(_symbols.IsDigit)))
            code = "D3093";
        return code;
    }

    private void Analyse()
    {
        WholeGroups = Groups(_integer, isFraction: false);
        RegularGroup = Regular(WholeGroups);
        FractionGroups = Groups(_fraction, isFraction: true);
        Scaling = LeastWhole = _integer.Count(_symbols.IsDigit);
        LeastFraction = _fraction.Count(_symbols.IsDigit);
        MostFraction = _fraction.Count(_symbols.IsPlace);
        if (LeastWhole == 0 && MostFraction == 0)
        {
            if (_exponent is not null)
                LeastFraction = MostFraction = 1;
            else
                LeastWhole = 1;
        }

        if (_exponent is not null && LeastWhole == 0 && _integer.Contains(_symbols.Digit, StringComparison.Ordinal))
            LeastWhole = 1;
        if (LeastWhole == 0 && LeastFraction == 0)
            LeastFraction = 1;
        LeastExponent = _exponent?.Count(_symbols.IsDigit) ?? 0;
    }

    // From the second separator on jsonata-js looks for the places in the whole part, also for the fraction.
    private int[] Groups(string part, bool isFraction)
    {
        var groups = new List<int>();
        string separator = _symbols.GroupingSeparator;
        if (separator.Length == 0)
            return [];
        for (int at = part.IndexOf(separator, StringComparison.Ordinal); at >= 0;)
        {
            int inside = Math.Min(at, part.Length);
            groups.Add((isFraction ? part[..inside] : part[inside..]).Count(_symbols.IsPlace));
            at = at + 1 <= _integer.Length ? _integer.IndexOf(separator, at + 1, StringComparison.Ordinal) : -1;
        }

        return [.. groups];
    }

    private static int Regular(int[] groups)
    {
        if (groups.Length == 0)
            return 0;
        int width = groups.Aggregate(Pictures.GreatestDivisor);
        for (int i = 1; i <= groups.Length; i++)
        {
            if (Array.IndexOf(groups, i * width) < 0)
                return 0;
        }

        return width;
    }

    private int FirstActive(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsBound(text[i]))
                return i;
        }

        return -1;
    }

    private int LastActive(string text)
    {
        for (int i = text.Length - 1; i >= 0; i--)
        {
            if (IsBound(text[i]))
                return i;
        }

        return -1;
    }

    private bool IsBound(char c) => _symbols.IsActive(c) && !NumberSymbols.Is(c, _symbols.ExponentSeparator);

    private bool IsSeparator(int at) => at >= 0 && at < Text.Length && NumberSymbols.Is(Text[at], _symbols.GroupingSeparator);

    private int IndexOf(string symbol) => Text.IndexOf(symbol, StringComparison.Ordinal);

    private bool IsTwice(string symbol) => IndexOf(symbol) != Text.LastIndexOf(symbol, StringComparison.Ordinal);
}

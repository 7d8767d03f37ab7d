using System.Globalization;

namespace Compiled.Language.Json;

/// <summary>Reads what stands without quotes: numbers, true, false, null, and what was meant to be one of them.</summary>
internal static class JsonWordReader
{
    public static JsonNode Read(JsonScanner scanner)
    {
        int start = scanner.Position;
        string word = scanner.TakeWord();
        var span = new TextSpan(start, word.Length);
        switch (word)
        {
            case "true": return new BooleanNode(true, span);
            case "false": return new BooleanNode(false, span);
            case "null": return new NullNode(span);
        }
        if (IsNumber(word))
            return new NumberNode(word, span);
        return ReadFaulty(scanner, word, span);
    }

    /// <summary>Whether the text is a number as JSON writes it.</summary>
    public static bool IsNumber(string text)
    {
        int i = 0;
        if (i < text.Length && text[i] == '-')
            i++;
        int integer = i;
        i = SkipDigits(text, i);
        if (i == integer || (text[integer] == '0' && i > integer + 1))
            return false;
        if (i < text.Length && text[i] == '.')
        {
            int fraction = ++i;
            i = SkipDigits(text, i);
            if (i == fraction)
                return false;
        }
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-')
                i++;
            int exponent = i;
            i = SkipDigits(text, i);
            if (i == exponent)
                return false;
        }
        return i == text.Length;
    }

    private static int SkipDigits(string text, int index)
    {
        while (index < text.Length && text[index] is >= '0' and <= '9')
            index++;
        return index;
    }

    private static JsonNode ReadFaulty(JsonScanner scanner, string word, TextSpan span)
    {
        string lower = word.ToLowerInvariant();
        if (lower is "true" or "false" or "null")
        {
            scanner.ReportSyntax(span.Start, span.Length, $"'{word}' is not a JSON value; did you mean '{lower}'?");
            return lower == "null" ? new NullNode(span) : new BooleanNode(lower == "true", span);
        }
        if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && !double.IsNaN(value) && !double.IsInfinity(value))
        {
            scanner.ReportSyntax(span.Start, span.Length, $"'{word}' is not a number as JSON writes it");
            return new NumberNode(value.ToString("R", CultureInfo.InvariantCulture), span);
        }
        scanner.ReportSyntax(
            span.Start,
            span.Length,
            $"'{word}' is not a JSON value; expected a string in quotes, a number, true, false, null, an object or an array");
        return new NullNode(span);
    }
}

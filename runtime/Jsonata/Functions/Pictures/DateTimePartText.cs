using System.Globalization;
using System.Text;

namespace Compiled.Jsonata;

/// <summary>The texts that a part of a date-time's picture reads, and what they mean.</summary>
internal static class DateTimePartText
{
    private static readonly string s_words = "(?:" + string.Join('|', IntegerWords.All) + @"|and|[\-, ])+";

    /// <summary>The pattern of a part's texts; letters match in any case.</summary>
    /// <exception cref="JsonataException">D3130, D3133: the part can be written but not read.</exception>
    public static string Pattern(DateTimePart part)
    {
        if (part.Literal is not null)
        {
            return Escape(part.Literal);
        }

        switch (part.Component)
        {
            case 'Z' or 'z':
                string separator = ZoneSeparator(part);
                return (part.Component == 'z' ? "GMT" : "") + "[-+][0-9]+" + (separator.Length > 0 ? Escape(separator) + "[0-9]+" : "");
            case 'f':
                return "[0-9]+";
        }

        if (part.Integer is { } integer)
        {
            return Pattern(integer);
        }

        return part.Component is 'M' or 'x' or 'F' or 'P' ? "[a-zA-Z]+" : throw JsonataError.Of("D3133", value: part.Component.ToString());
    }

    /// <summary>What a text that matched stands for; NaN if that is nothing.</summary>
    public static double Value(DateTimePart part, string text) => part.Component switch
    {
        'Z' or 'z' => Zone(part, part.Component == 'z' ? text[3..] : text),
        'f' => double.Parse("0." + text[..Math.Min(3, text.Length)], CultureInfo.InvariantCulture) * 1000,
        _ when part.Integer is not null => part.Integer.Parse(text),
        'M' or 'x' => Name(DateTimeFields.Months, part.MostWidth, text),
        'F' => Name(DateTimeFields.Days, part.MostWidth, text),
        _ => text is "am" or "AM" ? 0 : text is "pm" or "PM" ? 1 : double.NaN,
    };

    private static string Pattern(IntegerPicture integer)
    {
        bool isUpper = integer.Case == LetterCase.Upper;
        return integer.Kind switch
        {
            IntegerKind.Letters => isUpper ? "[A-Z]+" : "[a-z]+",
            IntegerKind.Roman => isUpper ? "[MDCLXVI]+" : "[mdclxvi]+",
            IntegerKind.Words => s_words,
            IntegerKind.Decimal => "[0-9]" + Width(integer.ParseWidth) + (integer.IsOrdinal ? "(?:th|st|nd|rd)" : ""),
            _ => throw integer.Unknown(),
        };
    }

    private static string Width(int width) => width == 0 ? "+" : "{" + width.ToString(CultureInfo.InvariantCulture) + "}";

    // Names are told apart by case, other than in the pattern: a name in another case means nothing.
    private static double Name(string[] names, int? mostWidth, string text)
    {
        int at = Array.FindIndex(names, name => (mostWidth is > 0 and { } most && most < name.Length ? name[..most] : name) == text);
        return at < 0 ? double.NaN : at + 1;
    }

    private static double Zone(DateTimePart part, string text)
    {
        string separator = ZoneSeparator(part);
        int at = separator.Length > 0 ? text.IndexOf(separator, StringComparison.Ordinal) : -1;
        if (at >= 0)
        {
            return (JavaScriptNumber.ParseInt(text.AsSpan(0, at)) * 60) + JavaScriptNumber.ParseInt(text.AsSpan(at + 1));
        }

        return text.Length <= 3
            ? JavaScriptNumber.ParseInt(text) * 60
            : (JavaScriptNumber.ParseInt(text.AsSpan(0, 3)) * 60) + JavaScriptNumber.ParseInt(text.AsSpan(3));
    }

    private static string ZoneSeparator(DateTimePart part) => part.Integer!.Digits is { Regular: > 0 } digits ? digits.Separators[0].Separator : "";

    private static string Escape(string literal)
    {
        var text = new StringBuilder();
        foreach (char c in literal)
        {
            if (".*+?^${}()|[]\\".Contains(c))
            {
                text.Append('\\');
            }

            text.Append(c);
        }

        return text.ToString();
    }
}

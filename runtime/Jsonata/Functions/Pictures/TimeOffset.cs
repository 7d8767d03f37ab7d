namespace Compiled.Jsonata;

/// <summary>
/// An offset from UTC, <c>+0530</c>. As jsonata-js reads it: hours are the hundreds of the number rounded down and minutes what is left with
/// the number's sign, so that <c>-0330</c> is four and a half hours.
/// </summary>
internal readonly record struct TimeOffset(double Hours, double Minutes)
{
    public double Millis => ((60 * Hours) + Minutes) * 60_000;

    /// <summary>Reads an offset; false if the text does not begin with a number.</summary>
    public static bool TryParse(string text, out TimeOffset offset)
    {
        double number = JavaScriptNumber.ParseInt(text);
        offset = new TimeOffset(Math.Floor(number / 100), number % 100);
        return double.IsFinite(number);
    }

    /// <summary>XPath and XQuery Functions 3.1, 9.8.4.6.</summary>
    /// <exception cref="JsonataException">D3134: the picture has more than four digits, or is none of digits.</exception>
    public string Format(DateTimePart part)
    {
        DigitPattern? digits = part.Integer!.Digits;
        double number = (Hours * 100) + Minutes;
        string text;
        if (digits is { Regular: > 0 } or { Mandatory: 3 or 4 })
        {
            text = part.Integer.Format(number);
        }
        else if (digits is { Mandatory: 1 or 2 })
        {
            text = part.Integer.Format(Hours) + (Minutes == 0 ? "" : ":" + IntegerPicture.Of("00").Format(Minutes));
        }
        else
        {
            throw JsonataError.Of("D3134");
        }

        if (number == 0 && part.HasZulu)
        {
            return "Z";
        }

        return (part.Component == 'z' ? "GMT" : "") + (number >= 0 ? "+" : "") + text;
    }
}

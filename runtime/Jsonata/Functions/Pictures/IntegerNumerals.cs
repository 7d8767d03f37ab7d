using System.Text;

namespace Compiled.Jsonata;

/// <summary>Roman numerals, and the letters of spreadsheet columns.</summary>
internal static class IntegerNumerals
{
    private static readonly (int Value, string Numeral)[] s_romans =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>A whole number in lower case; nothing for 0.</summary>
    public static string Roman(double value)
    {
        var text = new StringBuilder();
        foreach ((int worth, string numeral) in s_romans)
        {
            for (; value >= worth; value -= worth)
            {
                text.Append(numeral);
            }
        }

        return text.ToString();
    }

    /// <summary>The number that upper-case numerals stand for, from right to left: a smaller one before a larger counts against it. NaN for other characters.</summary>
    public static double ParseRoman(string text)
    {
        double number = 0, most = 1;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            double value = text[i] switch
            {
                'M' => 1000,
                'D' => 500,
                'C' => 100,
                'L' => 50,
                'X' => 10,
                'V' => 5,
                'I' => 1,
                _ => double.NaN,
            };
            number += value < most ? -value : value;
            most = value < most ? most : value;
        }

        return number;
    }

    /// <summary>A, B, ... Z, AA, AB: a whole number above 0; nothing for 0.</summary>
    public static string Letters(double value, char first)
    {
        var text = new StringBuilder();
        for (; value > 0; value = Math.Floor((value - 1) / 26))
        {
            text.Insert(0, (char)(((value - 1) % 26) + first));
        }

        return text.ToString();
    }

    /// <summary>The number that letters stand for; any characters count, as in jsonata-js.</summary>
    public static double ParseLetters(string text, char first)
    {
        double number = 0;
        for (int i = 0; i < text.Length; i++)
        {
            number += (text[text.Length - i - 1] - first + 1) * Math.Pow(26, i);
        }

        return double.IsFinite(number) ? number : double.NaN;
    }
}

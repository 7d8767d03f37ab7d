using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Jsonata;

/// <summary><c>$formatInteger</c> and <c>$parseInteger</c>, XPath Functions 3.1, 4.6, as jsonata-js implements them. FEATURES L-440.</summary>
public sealed class FormatIntegerTests
{
    [Theory]
    [InlineData(7, "0", "7")]
    [InlineData(7, "000", "007")]
    [InlineData(-7, "000", "-007")]
    [InlineData(7.9, "0", "7")]
    [InlineData(-7.1, "0", "-8")]
    [InlineData(1234567, "#,##0", "1,234,567")]
    [InlineData(123, "#,##0", "123")]
    [InlineData(1234567, "#:###,##0", "1:234,567")]
    [InlineData(1234567, "0'000", "1'234'567")]
    [InlineData(1, "0;o", "1st")]
    [InlineData(2, "0;o", "2nd")]
    [InlineData(3, "0;o", "3rd")]
    [InlineData(4, "0;o", "4th")]
    [InlineData(11, "0;o", "11th")]
    [InlineData(112, "0;o", "112th")]
    [InlineData(121, "0;o", "121st")]
    [InlineData(42, "०", "४२")]
    [InlineData(1234, "#,##٠", "١,٢٣٤")]
    [InlineData(1e21, "0", "1e+21")]
    [InlineData(0, "w", "zero")]
    [InlineData(0, "w;o", "zeroth")]
    [InlineData(21, "w", "twenty-one")]
    [InlineData(21, "w;o", "twenty-first")]
    [InlineData(40, "w;o", "fortieth")]
    [InlineData(100, "Ww;o", "One Hundredth")]
    [InlineData(115, "W", "ONE HUNDRED AND FIFTEEN")]
    [InlineData(2001, "w", "two thousand and one")]
    [InlineData(1_000_000, "w;o", "one millionth")]
    [InlineData(1_234_567, "Ww", "One Million, Two Hundred and Thirty-Four Thousand, Five Hundred and Sixty-Seven")]
    [InlineData(1e15, "w", "one thousand trillion")]
    [InlineData(-5, "w", "-five")]
    [InlineData(1994, "I", "MCMXCIV")]
    [InlineData(3888, "i", "mmmdccclxxxviii")]
    [InlineData(0, "I", "")]
    [InlineData(1, "A", "A")]
    [InlineData(26, "a", "z")]
    [InlineData(27, "A", "AA")]
    [InlineData(703, "a", "aaa")]
    [InlineData(0, "a", "")]
    public void FormatInteger_OfAPicture_IsItsText(double number, string picture, string expected)
    {
        Assert.Equal(expected, JsonataFunctions.FormatInteger(number, picture).AsString());
        Assert.Equal(expected, new IntegerPicture(picture).FormatInteger(number).AsString());
    }

    [Theory]
    [InlineData("7", "0", 7)]
    [InlineData("-7", "0", -7)]
    [InlineData(" 12 apples", "0", 12)]
    [InlineData("1,234,567", "#,##0", 1234567)]
    [InlineData("1:234,567", "#:###,##0", 1234567)]
    [InlineData("22nd", "0;o", 22)]
    [InlineData("४२", "०", 42)]
    [InlineData("MCMXCIV", "I", 1994)]
    [InlineData("mcmxciv", "i", 1994)]
    [InlineData("AAA", "A", 703)]
    [InlineData("", "a", 0)]
    [InlineData("two thousand and one", "w", 2001)]
    [InlineData("Twenty-First", "Ww;o", 21)]
    [InlineData("nineteen hundred and eighty-four", "w", 1984)]
    [InlineData("one million, two hundred and thirty-four thousand, five hundred and sixty-seventh", "w;o", 1234567)]
    public void ParseInteger_OfAText_IsItsNumber(string text, string picture, double expected)
    {
        Assert.Equal(expected, JsonataFunctions.ParseInteger(text, picture).AsDouble());
        Assert.Equal(expected, new IntegerPicture(picture).ParseInteger(text).AsDouble());
    }

    [Theory]
    [InlineData("x", "0")]
    [InlineData("", "0")]
    [InlineData("12", "w")]
    [InlineData("one zillion", "w")]
    [InlineData("MQ", "I")]
    [InlineData("xiv", "I")]
    public void ParseInteger_OfATextThatDoesNotFit_IsNothing(string text, string picture)
        => Assert.True(JsonataFunctions.ParseInteger(text, picture).IsMissing);

    [Theory]
    [InlineData("#", "D3130: Formatting or parsing an integer as a sequence starting with \"#\" is not supported by this implementation")]
    [InlineData("", "D3130: Formatting or parsing an integer as a sequence starting with \"\" is not supported by this implementation")]
    [InlineData("①", "D3130: Formatting or parsing an integer as a sequence starting with \"①\" is not supported by this implementation")]
    [InlineData("0٠", "D3131: In a decimal digit pattern, all digits must be from the same decimal group")]
    public void Picture_ThatIsNone_IsItsError(string picture, string expected)
    {
        Assert.Equal(expected, Assert.Throws<JsonataException>(() => JsonataFunctions.FormatInteger(1, picture)).ToString());
        Assert.Equal(expected, Assert.Throws<JsonataException>(() => JsonataFunctions.ParseInteger("1", picture)).ToString());
        Assert.Equal(expected, Assert.Throws<JsonataException>(() => new IntegerPicture(picture).FormatInteger(1)).ToString());
    }

    [Fact]
    public void Arguments_AreChecked()
    {
        Assert.True(JsonataFunctions.FormatInteger(default, "0").IsMissing);
        Assert.True(JsonataFunctions.ParseInteger(default, "0").IsMissing);
        Assert.Equal("T0410", Assert.Throws<JsonataException>(() => JsonataFunctions.FormatInteger("1", "0")).Code);
        Assert.Equal("T0410", Assert.Throws<JsonataException>(() => JsonataFunctions.FormatInteger(1, default)).Code);
        Assert.Equal("T0410", Assert.Throws<JsonataException>(() => JsonataFunctions.ParseInteger(1, "0")).Code);
        Assert.Equal("U1001", Assert.Throws<JsonataException>(() => JsonataFunctions.FormatInteger(1e300, "I")).Code);
    }

    [Theory]
    [InlineData("w")]
    [InlineData("w;o")]
    [InlineData("Ww")]
    [InlineData("#,##0")]
    [InlineData("0;o")]
    [InlineData("A")]
    [InlineData("i")]
    public void ParseInteger_OfWhatWasFormatted_IsTheNumber(string picture)
    {
        var random = new Random(3);
        for (int i = 0; i < 2_000; i++)
        {
            double number = random.Next(1, i % 2 == 0 ? 4_000 : 1_000_000);
            Assert.Equal(number, JsonataFunctions.ParseInteger(JsonataFunctions.FormatInteger(number, picture), picture).AsDouble());
        }
    }

    [Fact]
    public void RandomPictures_FormatAndParseOrAreRefused()
    {
        const string Alphabet = "0019#,;:oaAiIwW٠①😀 -";
        var random = new Random(5);
        int formatted = 0;
        for (int i = 0; i < 50_000; i++)
        {
            string picture = new([.. Enumerable.Range(0, random.Next(0, 7)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            try
            {
                JsonValue text = JsonataFunctions.FormatInteger((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 7)), picture);
                JsonataFunctions.ParseInteger(text, picture);
                formatted++;
            }
            catch (JsonataException error)
            {
                Assert.Contains(error.Code, (string[])["D3130", "D3131"]);
            }
        }

        Assert.InRange(formatted, 5_000, 49_000);
    }
}

using System.Globalization;
using Compiled.Jsonata;
using Compiled.Values;
using Xunit;
using static Compiled.Tests.Jsonata.FunctionTest;

namespace Compiled.Tests.Jsonata;

// FEATURES L-440, L-447.
public class NumberTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("true", "1")]
    [InlineData("false", "0")]
    [InlineData("\"0\"", "0")]
    [InlineData("\"-0\"", "0")]
    [InlineData("\"-007\"", "-7")]
    [InlineData("\"000.00123000\"", "0.00123")]
    [InlineData("\"1e2\"", "100")]
    [InlineData("\"1E-2\"", "0.01")]
    [InlineData("\"0e1\"", "0")]
    [InlineData("\"0x1F\"", "31")]
    [InlineData("\"0XfF\"", "255")]
    [InlineData("\"0o17\"", "15")]
    [InlineData("\"0B101\"", "5")]
    [InlineData("\"0x20000000000001\"", "9007199254740992")]
    [InlineData("\"0x00000000000000000000000000000001\"", "1")]
    [InlineData(null, null)]
    public void Number_OfWhatMeansOne_GivesIt(string? value, string? expected) => Assert.Equal(expected, Text(JsonataFunctions.Number(Read(value))));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1 \"")]
    [InlineData("\"+1\"")]
    [InlineData("\"1.\"")]
    [InlineData("\".5\"")]
    [InlineData("\"1e\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"10e500\"")]
    [InlineData("\"0x\"")]
    [InlineData("\"0xG\"")]
    [InlineData("\"0b2\"")]
    [InlineData("\"0o8\"")]
    [InlineData("\"-0x1\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("\"NaN\"")]
    public void Number_OfAnotherString_IsRefused(string value)
        => Assert.Equal($"D3030: Unable to cast value to a number: {value}", Thrown(() => JsonataFunctions.Number(Read(value))));

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void Number_OfAnotherType_IsRefused(string value)
        => Assert.Equal("T0410: Argument 1 of function \"number\" does not match function signature", Thrown(() => JsonataFunctions.Number(Read(value))));

    [Fact]
    public void Number_OfHexadecimalDigitsWithoutEnd_IsRefusedAtOnce()
        => Assert.Equal("D3030", Code(() => JsonataFunctions.Number("0x" + new string('F', 200_000))));

    [Theory]
    [InlineData("-3.7", "3.7", "-4", "-3")]
    [InlineData("3.2", "3.2", "3", "4")]
    [InlineData("-0.5", "0.5", "-1", "0")]
    [InlineData("-0", "0", "0", "0")]
    [InlineData(null, null, null, null)]
    public void AbsFloorCeil_OfANumber_GiveIt(string? number, string? abs, string? floor, string? ceil)
        => AssertTexts([abs, floor, ceil], JsonataFunctions.Abs(Read(number)), JsonataFunctions.Floor(Read(number)), JsonataFunctions.Ceil(Read(number)));

    [Theory]
    [InlineData("2.5", null, "2")]
    [InlineData("3.5", null, "4")]
    [InlineData("-2.5", null, "-2")]
    [InlineData("-0.3", null, "0")]
    [InlineData("0.49999999999999994", null, "0")]
    [InlineData("4.525", "2", "4.52")]
    [InlineData("4.515", "2", "4.52")]
    [InlineData("1.005", "2", "1")]
    [InlineData("12450", "-2", "12400")]
    [InlineData("12550", "-2", "12600")]
    [InlineData("5.5e-7", "7", "6e-7")]
    [InlineData("1.5", "400", "1.5")]
    [InlineData("1.5", "-400", "0")]
    [InlineData("1.25", "1.9", "1.2")]
    [InlineData(null, "2", null)]
    public void Round_Halves_GoToTheEvenNeighbour(string? number, string? precision, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Round(Read(number), Read(precision))));

    /// <summary>What is far from a half is rounded in binary; that must not show. Decimals of few digits hit the halves often.</summary>
    [Fact]
    public void Round_AnyDecimal_IsRoundedAsItsText()
    {
        Random random = new(7);
        for (int i = 0; i < 20_000; i++)
        {
            int places = random.Next(0, 6);
            decimal number = new decimal(random.Next(), random.Next(0, 4), 0, random.Next(2) == 0, (byte)random.Next(0, 12));
            double expected = double.Parse(Math.Round(number, places, MidpointRounding.ToEven).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0;
            double given = double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

            Assert.Equal(expected, JsonataFunctions.Round(JsonValue.Number(given), JsonValue.Number(places)).AsDouble());
        }
    }

    [Theory]
    [InlineData("1e400", "2")]
    [InlineData("-1e400", "-2")]
    [InlineData("1e400", "0")]
    public void Round_OfWhatNoDoubleIs_IsRefused(string number, string precision)
        => Assert.Equal("D1001", Code(() => JsonataFunctions.Round(Read(number), Read(precision))));

    [Fact]
    public void Sqrt_OfANegativeNumber_IsRefused()
        => Assert.Equal("D3060: The sqrt function cannot be applied to a negative number: -2", Thrown(() => JsonataFunctions.Sqrt(-2)));

    [Fact]
    public void Sqrt_OfANumber_GivesIt() => Assert.Equal("1.4142135623730951", Text(JsonataFunctions.Sqrt(2)));

    [Theory]
    [InlineData("2", "10", "1024")]
    [InlineData("10", "-2", "0.01")]
    [InlineData("0", "0", "1")]
    [InlineData(null, "2", null)]
    public void Power_OfNumbers_GivesIt(string? number, string? exponent, string? expected)
        => Assert.Equal(expected, Text(JsonataFunctions.Power(Read(number), Read(exponent))));

    [Theory]
    [InlineData("-2", "0.5", "base=-2, exponent=0.5")]
    [InlineData("10", "400", "base=10, exponent=400")]
    [InlineData("0", "-1", "base=0, exponent=-1")]
    [InlineData("2", null, "base=2, exponent=undefined")]
    public void Power_BeyondNumbers_IsRefused(string number, string? exponent, string blanks)
        => Assert.Equal(
            "D3061: The power function has resulted in a value that cannot be represented as a JSON number: " + blanks,
            Thrown(() => JsonataFunctions.Power(Read(number), Read(exponent))));

    [Theory]
    [InlineData("100", "2", "1100100")]
    [InlineData("-255", "16", "-ff")]
    [InlineData("99.5", "2.5", "1100100")]
    [InlineData("0", "36", "0")]
    [InlineData("1e21", "10", "1e+21")]
    [InlineData("1e21", null, "1e+21")]
    [InlineData("9007199254740993", "16", "20000000000000")]
    [InlineData(null, "2", null)]
    public void FormatBase_OfARadix_WritesItsDigits(string? number, string? radix, string? expected)
        => Assert.Equal(expected is null ? null : $"\"{expected}\"", Text(JsonataFunctions.FormatBase(Read(number), Read(radix))));

    [Theory]
    [InlineData("1")]
    [InlineData("37")]
    public void FormatBase_OfAnotherRadix_IsRefused(string radix)
        => Assert.Equal($"D3100: The radix of the formatBase function must be between 2 and 36.  It was given {radix}", Thrown(() => JsonataFunctions.FormatBase(1, Read(radix))));

    [Fact]
    public void Random_OfTheSameEvaluation_DiffersAndIsFromZeroToOne()
    {
        Evaluation evaluation = Evaluation();
        double first = JsonataFunctions.Random(evaluation).AsDouble(), second = JsonataFunctions.Random(evaluation).AsDouble();

        Assert.NotEqual(first, second);
        Assert.InRange(first, 0, 0.9999999999999999);
        Assert.Equal(first, JsonataFunctions.Random(Evaluation()).AsDouble());
    }
}

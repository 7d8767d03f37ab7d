using System.Globalization;
using System.Text;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

public sealed class NumberTests
{
    // The layout is ECMAScript's Number::toString, except for the sign of a negative zero.
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1.0, "1")]
    [InlineData(-12.0, "-12")]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(99.995, "99.995")]
    [InlineData(0.30000000000000004, "0.30000000000000004")]
    [InlineData(1234.5678, "1234.5678")]
    [InlineData(1e9, "1000000000")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(9007199254740993.0, "9007199254740992")]
    [InlineData(123456789012345680000.0, "123456789012345680000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(0.0000012345, "0.0000012345")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.25e-10, "-1.25e-10")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(4294967296.5, "4294967296.5")]
    public void Double_IsWrittenWithTheFewestDigits(double value, string expected)
    {
        Assert.Equal(expected, JsonValue.Number(value).ToString());
        Assert.Equal(expected.Length, JsonValue.Number(value).ByteCount);
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(JsonValue.Parse(expected).AsDouble()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(9007199254740993)]
    public void Long_IsWrittenAndReadExactly(long value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);

        Assert.Equal(text, JsonValue.Number(value).ToString());
        Assert.Equal(text.Length, JsonValue.Number(value).ByteCount);
        Assert.True(JsonValue.Parse(text).TryGetInt64(out long read));
        Assert.Equal(value, read);
        Assert.True(JsonValue.Number(value).TryGetInt64(out read));
        Assert.Equal(value, read);
    }

    // Numbers of a few digits are read and written several digits at once, whatever stands beside them.
    [Theory]
    [InlineData("0.1")]
    [InlineData("9.99999")]
    [InlineData("99999.99")]
    [InlineData("0.000001")]
    [InlineData("10.50000")]
    [InlineData("-0.5")]
    [InlineData("-0.0")]
    [InlineData("1.5e3")]
    [InlineData("2.5E-1")]
    [InlineData("1e5")]
    [InlineData("-3e+2")]
    [InlineData("123456.7")]
    [InlineData("123456.78")]
    [InlineData("1234567.25")]
    public void Number_BesideOthers_IsReadAsItsNearestDouble(string number)
    {
        JsonValue read = JsonValue.Parse($"[{number},{number},7.5,{{\"a.b\":{number}}},{number}]");

        double expected = double.Parse(number, CultureInfo.InvariantCulture);
        Assert.Equal([expected, expected, 7.5, expected, expected], [read[0].AsDouble(), read[1].AsDouble(), read[2].AsDouble(), read[3].Get("a.b").AsDouble(), read[4].AsDouble()]);
        Assert.Equal(expected, JsonValue.Parse(number).AsDouble());
    }

    [Fact]
    public void Decimal_OfUpToEightCharacters_IsReadAsItsNearestDouble()
    {
        List<string> wrong = [];
        for (int point = 1; point <= 6; point++)
        {
            for (int digits = 0; digits < 9_999_999; digits += 997)
            {
                string text = digits.ToString("D7", CultureInfo.InvariantCulture);
                string number = text[..point].TrimStart('0').PadLeft(1, '0') + "." + text[point..];
                if (JsonValue.Parse(number).AsDouble() != double.Parse(number, CultureInfo.InvariantCulture))
                    wrong.Add(number);
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Number_OfFewDigits_IsWrittenAsTheyStand()
    {
        List<string> wrong = [];
        for (long i = 0; i < 12_345; i++)
        {
            Check(JsonValue.Number(i), i.ToString(CultureInfo.InvariantCulture));
            Check(JsonValue.Number(-i), (-i).ToString(CultureInfo.InvariantCulture));
            foreach (long whole in (long[])[0, 9, 10, 99, 1000, 9999, 10_000, 123_456_789])
            {
                string text = (whole + i / 10_000m).ToString("0.####", CultureInfo.InvariantCulture);
                Check(JsonValue.Number(double.Parse(text, CultureInfo.InvariantCulture)), text);
                Check(JsonValue.Number(-double.Parse(text, CultureInfo.InvariantCulture)), "-" + text);
            }
        }

        Assert.Empty(wrong);

        void Check(JsonValue value, string expected)
        {
            if (value.ToString() != expected)
                wrong.Add($"{value} for {expected}");
        }
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("1e2", 100)]
    [InlineData("1.50e1", 15)]
    [InlineData("1200e-2", 12)]
    [InlineData("-1200E-2", -12)]
    [InlineData("0.00001e5", 1)]
    [InlineData("0e99999999999", 0)]
    [InlineData("-0.0", 0)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("-9223372036854775808.000", long.MinValue)]
    [InlineData("922337203685477580.7e1", long.MaxValue)]
    [InlineData("9007199254740993.0", 9007199254740993)]
    [InlineData("100000000000000000000000000000e-29", 1)]
    [InlineData("9e18", 9000000000000000000)]
    public void TryGetInt64_OfAWholeNumberInAnySpelling_IsExact(string json, long expected)
    {
        Assert.True(JsonValue.Parse(json).TryGetInt64(out long value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("1e-1")]
    [InlineData("15e-1")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("9223372036854775808.0")]
    [InlineData("-9223372036854775809.0")]
    [InlineData("1e19")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("9007199254740992.5")]
    [InlineData("123456789012345678901234567890")]
    public void TryGetInt64_OfAnyOtherNumber_IsFalse(string json)
    {
        Assert.False(JsonValue.Parse(json).TryGetInt64(out long value));
        Assert.Equal(0, value);
    }

    [Fact]
    public void TryGetInt64_OfABuiltDouble_IsTrueForWholeOnesThatFit()
    {
        Assert.True(JsonValue.Number(3.0).TryGetInt64(out long value) && value == 3);
        Assert.True(JsonValue.Number(-9223372036854775808.0).TryGetInt64(out value) && value == long.MinValue);
        Assert.False(JsonValue.Number(9223372036854775808.0).TryGetInt64(out _));
        Assert.False(JsonValue.Number(0.5).TryGetInt64(out _));
    }

    [Theory]
    [InlineData("1e400", double.PositiveInfinity)]
    [InlineData("-1e400", double.NegativeInfinity)]
    [InlineData("1e99999999999999999999", double.PositiveInfinity)]
    [InlineData("1e-99999999999999999999", 0.0)]
    [InlineData("0e99999999999999999999", 0.0)]
    public void AsDouble_BeyondTheRangeOfDoubles_IsAnInfinityOrZeroAndTheTextStays(string json, double expected)
    {
        Assert.Equal(expected, JsonValue.Parse(json).AsDouble());
        Assert.Equal(json, JsonValue.Parse(json).ToString());
    }

    [Fact]
    public void AsDouble_OfManyDigitsAndAnExponentThatUndoesThem_IsExact()
    {
        Assert.Equal(1.0, JsonValue.Parse("0." + new string('0', 20_000) + "1e20001").AsDouble());
        Assert.Equal(1.0, JsonValue.Parse("1" + new string('0', 20_000) + "e-20000").AsDouble());
        Assert.Equal(1e300, JsonValue.Parse("1" + new string('0', 300)).AsDouble());
    }

    [Fact]
    public void AsDouble_OfRandomText_RoundsAsDoubleParse()
    {
        var random = new Random(1);
        for (int i = 0; i < 30_000; i++)
        {
            string text = RandomText(random);

            double expected = double.Parse(text, CultureInfo.InvariantCulture);

            Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(JsonValue.Parse(text).AsDouble()));
        }
    }

    [Fact]
    public void Double_OfRandomBits_ReadsBackTheSameAndIsShortest()
    {
        var random = new Random(2);
        for (int i = 0; i < 30_000; i++)
        {
            double value = RandomDouble(random);
            byte[] text = JsonValue.Number(value).ToUtf8();

            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)));
            Assert.Equal(SignificantDigits(value.ToString("R", CultureInfo.InvariantCulture)), SignificantDigits(Encoding.UTF8.GetString(text)));
            Assert.True(ReaderOracle.Accepts(text));
        }
    }

    private static string RandomText(Random random)
    {
        string text = random.Next(2) == 0 ? "" : "-";
        text += random.Next(4) == 0 ? "0" : random.Next(1, 10) + Digits(random, random.Next(20));
        text += random.Next(2) == 0 ? "" : "." + Digits(random, random.Next(1, 20));
        return text + (random.Next(3) > 0 ? "" : "e" + random.Next(-330, 320).ToString(CultureInfo.InvariantCulture));
    }

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private static double RandomDouble(Random random)
    {
        while (true)
        {
            double value = random.Next(4) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => random.Next(-1_000_000, 1_000_000) / Math.Pow(10, random.Next(8)),
                2 => random.NextInt64(-(1L << 60), 1L << 60),
                _ => random.NextDouble() * Math.Pow(10, random.Next(-8, 22)),
            };
            if (double.IsFinite(value))
            {
                return value;
            }
        }
    }

    private static string SignificantDigits(string text)
    {
        string mantissa = text.Split('e', 'E')[0].Replace("-", "", StringComparison.Ordinal);
        string digits = mantissa.Replace(".", "", StringComparison.Ordinal).Trim('0');
        return digits;
    }
}

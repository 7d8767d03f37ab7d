using Compiled.Expressions;
using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Jsonata;

/// <summary>Times as text, XPath Functions 3.1, 9.8, as jsonata-js implements and extends it. FEATURES L-440.</summary>
public sealed class DateTimeTests
{
    // Sunday 31 December 2023, 23:05:07.089 UTC.
    private const double Instant = 1704063907089;

    // Tuesday 14 November 2023, 22:13:20.123 UTC.
    private const long Present = 1700000000123;

    [Theory]
    [InlineData("[Y]-[M]-[D]", "2023-12-31")]
    [InlineData("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z]", "2023-12-31T23:05:07.089+00:00")]
    [InlineData("[Y,2-2]/[M01]/[D01]", "23/12/31")]
    [InlineData("[Y##01,2-2]", "23")]
    [InlineData("[Y,4]", "2023")]
    [InlineData("[Y,2]", "23")]
    [InlineData("[YI,3] [YWw,2] [YI,2-2]", "MMXXIII Two Thousand and Twenty-Three XXIII")]
    [InlineData("[D#1,3]", "031")]
    [InlineData("[h]:[m]:[s] [P]", "11:05:07 pm")]
    [InlineData("[h01] [PN]", "11 PM")]
    [InlineData("[H]h[m1]", "23h5")]
    [InlineData("[FNn], [D1o] [MNn] [YI]", "Sunday, 31st December MMXXIII")]
    [InlineData("[F], [MN], [Fn,3-3], [MNn,3-3]", "sunday, DECEMBER, sun, Dec")]
    [InlineData("[F1] [F0]", "7 7")]
    [InlineData("[Dw] [Dwo] [DWwo]", "thirty-one thirty-first Thirty-First")]
    [InlineData("[Da] [MA] [Mi]", "ae L xii")]
    [InlineData("[d] [dwo]", "365 three hundred and sixty-fifth")]
    [InlineData("[W] [w] [X] [x] [xNn]", "52 4 2023 12 December")]
    [InlineData("[f] [f1] [f001]", "89 89 089")]
    [InlineData("[C] [E]", "ISO ISO")]
    [InlineData("[Z] [Z0] [Z0101] [Z01:01t] [z] [z0]", "+00:00 +0 +0000 Z GMT+00:00 GMT+0")]
    [InlineData("[ Y 0001 ]", "2023")]
    [InlineData("[[[Y]]]", "[2023]")]
    [InlineData("a]]b", "a]b")]
    [InlineData("", "")]
    public void FromMillis_OfAPicture_IsItsText(string picture, string expected)
    {
        Assert.Equal(expected, JsonataFunctions.FromMillis(Instant, picture, default).AsString());
        Assert.Equal(expected, new DateTimePicture(picture).FromMillis(Instant, default).AsString());
    }

    [Theory]
    [InlineData("+0530", "[Y]-[M]-[D] [H]:[m] [Z]", "2024-1-1 4:35 +05:30")]
    [InlineData("-0500", "[D] [H] [Z0] [z0001]", "31 18 -5 GMT-0500")]
    [InlineData("+0530", "[Z0]", "+5:30")]
    [InlineData("0000", "[Z01:01t]", "Z")]
    [InlineData("530", "[Z]", "+05:30")]
    public void FromMillis_InATimeZone_IsShifted(string zone, string picture, string expected)
        => Assert.Equal(expected, JsonataFunctions.FromMillis(Instant, picture, zone).AsString());

    [Theory]
    [InlineData(0, "1970-01-01T00:00:00.000Z")]
    [InlineData(-1, "1969-12-31T23:59:59.999Z")]
    [InlineData(951782399999, "2000-02-28T23:59:59.999Z")]
    [InlineData(951782400000, "2000-02-29T00:00:00.000Z")]
    [InlineData(1521801216617.9, "2018-03-23T10:33:36.617Z")]
    [InlineData(-62167219200000, "0000-01-01T00:00:00.000Z")]
    [InlineData(-62167219200001, "-0001-12-31T23:59:59.999Z")]
    [InlineData(253402300799999, "9999-12-31T23:59:59.999Z")]
    public void FromMillis_WithoutAPicture_IsIso8601(double millis, string expected)
        => Assert.Equal(expected, JsonataFunctions.FromMillis(millis, default, default).AsString());

    // The weeks of ISO 8601 agree with .NET's for every day of 40 years.
    [Fact]
    public void FromMillis_Weeks_AreThoseOfIso8601()
    {
        for (var day = new DateTime(1995, 1, 1, 12, 0, 0, DateTimeKind.Utc); day.Year < 2035; day = day.AddDays(1))
        {
            string expected = $"{System.Globalization.ISOWeek.GetYear(day)} {System.Globalization.ISOWeek.GetWeekOfYear(day)} {day.DayOfYear} {((int)day.DayOfWeek + 6) % 7 + 1}";
            Assert.Equal(expected, JsonataFunctions.FromMillis(new DateTimeOffset(day).ToUnixTimeMilliseconds(), "[X] [W] [d] [F1]", default).AsString());
        }
    }

    [Theory]
    [InlineData("[Y", "D3135: No matching closing bracket ']' in date/time picture string")]
    [InlineData("[q]", "D3132: Unknown component specifier \"q\" in date/time picture string")]
    [InlineData("[q1]", "D3132: Unknown component specifier \"q\" in date/time picture string")]
    [InlineData("[]", "D3132: Unknown component specifier \"\" in date/time picture string")]
    [InlineData("[YN]", "D3133: The 'name' modifier can only be applied to months and days in the date/time picture string, not \"Y\"")]
    [InlineData("[fn]", "D3133: The 'name' modifier can only be applied to months and days in the date/time picture string, not \"f\"")]
    [InlineData("[Z00000]", "D3134: The timezone integer format specifier cannot have more than four digits")]
    [InlineData("[ZI]", "D3134: The timezone integer format specifier cannot have more than four digits")]
    [InlineData("[D0٠]", "D3131: In a decimal digit pattern, all digits must be from the same decimal group")]
    [InlineData("[D#]", "D3130: Formatting or parsing an integer as a sequence starting with \"#\" is not supported by this implementation")]
    public void FromMillis_PictureThatIsNone_IsItsError(string picture, string expected)
        => Assert.Equal(expected, Assert.Throws<JsonataException>(() => JsonataFunctions.FromMillis(0, picture, default)).ToString());

    [Theory]
    [InlineData("2018", "2018-01-01T00:00:00.000Z")]
    [InlineData("2018-03", "2018-03-01T00:00:00.000Z")]
    [InlineData("2018-03-27", "2018-03-27T00:00:00.000Z")]
    [InlineData("2018-03-27T14:03:00Z", "2018-03-27T14:03:00.000Z")]
    [InlineData("2018-03-27T14:03:00", "2018-03-27T14:03:00.000Z")]
    [InlineData("2018-03-27T14:03:00.1239Z", "2018-03-27T14:03:00.123Z")]
    [InlineData("2018-03-27T14:03:00+02:30", "2018-03-27T11:33:00.000Z")]
    [InlineData("2018-03-27T14:03:00-0230", "2018-03-27T16:33:00.000Z")]
    [InlineData("2018-03-27T24:00:00Z", "2018-03-28T00:00:00.000Z")]
    [InlineData("2018-02-30", "2018-03-02T00:00:00.000Z")]
    [InlineData("0050-01-01", "0050-01-01T00:00:00.000Z")]
    public void ToMillis_OfIso8601_IsTheTime(string text, string expected) => Assert.Equal(expected, Shown(ToMillis(text)));

    [Theory]
    [InlineData("")]
    [InlineData("foo")]
    [InlineData("18-01-01")]
    [InlineData("2018-13")]
    [InlineData("2018-1-1")]
    [InlineData("2018-01-32")]
    [InlineData("2018-01-01 10:00:00")]
    [InlineData("2018-01-01T10:00Z")]
    [InlineData("2018-01-01T24:00:01Z")]
    [InlineData("2018-01-01T10:00:00.Z")]
    [InlineData("2018-01-01T10:00:00+24:00")]
    [InlineData("2018-01-01T10:00:00Zx")]
    public void ToMillis_OfWhatIsNotIso8601_IsD3110(string text)
        => Assert.Equal(
            $"D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given \"{text}\"",
            Assert.Throws<JsonataException>(() => ToMillis(text)).ToString());

    [Theory]
    [InlineData("2018-03-27", "[Y]-[M]-[D]", "2018-03-27T00:00:00.000Z")]
    [InlineData("20180327141516", "[Y0001][M01][D01][H01][m01][s01]", "2018-03-27T14:15:16.000Z")]
    [InlineData("27TH april 2008", "[D1o] [Mw] [Y]", null)]
    [InlineData("27th April 2008", "[D1o] [MNn] [Y]", "2008-04-27T00:00:00.000Z")]
    [InlineData("Mon, 5 Feb 2012", "[FNn,*-3], [D] [MNn,3-3] [Y]", "2012-02-05T00:00:00.000Z")]
    [InlineData("twenty-first of August, two thousand and seventeen", "[Dwo] of [MNn], [Yw]", "2017-08-21T00:00:00.000Z")]
    [InlineData("MMXVIII xii c", "[YI] [Mi] [Da]", "2018-12-03T00:00:00.000Z")]
    [InlineData("2018-094", "[Y]-[d]", "2018-04-04T00:00:00.000Z")]
    [InlineData("4/5/2018 12:06 am", "[D]/[M]/[Y] [h]:[m] [P]", "2018-05-04T00:06:00.000Z")]
    [InlineData("4/5/2018 12:06 PM", "[D]/[M]/[Y] [h]:[m] [P]", "2018-05-04T12:06:00.000Z")]
    [InlineData("2020-09-09 08:00 +02:30", "[Y]-[M]-[D] [H]:[m] [Z]", "2020-09-09T05:30:00.000Z")]
    [InlineData("2020-09-09 08:00 -0230", "[Y]-[M]-[D] [H]:[m] [Z0001]", "2020-09-09T09:30:00.000Z")]
    [InlineData("2020-09-09 08:00 GMT-5", "[Y]-[M]-[D] [H]:[m] [z0]", "2020-09-09T13:00:00.000Z")]
    [InlineData("2020-09-09 08:00:01.25", "[Y]-[M]-[D] [H]:[m]:[s].[f]", "2020-09-09T08:00:01.250Z")]
    [InlineData("[2018]", "[[[Y]]]", "2018-01-01T00:00:00.000Z")]
    [InlineData("a+b 2018", "a+b [Y]", "2018-01-01T00:00:00.000Z")]
    [InlineData("A 2018", "a [Y]", "2018-01-01T00:00:00.000Z")]
    [InlineData("2018", "[Y]-[M]", null)]
    [InlineData("x", "x", null)]
    public void ToMillis_OfAPicture_IsTheTime(string text, string picture, string? expected)
    {
        Assert.Equal(expected, Shown(ToMillis(text, picture)));
        Assert.Equal(expected, Shown(new DateTimePicture(picture).ToMillis(text, NewEvaluation())));
    }

    [Theory]
    [InlineData("12:34", "[H]:[m]", "2023-11-14T12:34:00.000Z")]
    [InlineData("5 3", "[D] [M]", "2023-03-05T00:00:00.000Z")]
    [InlineData("5", "[s]", "2023-11-14T22:13:05.000Z")]
    [InlineData("5", "[D]", "2023-11-05T00:00:00.000Z")]
    [InlineData("3 pm", "[h] [P]", "2023-11-14T15:00:00.000Z")]
    public void ToMillis_OfAPart_TakesTheRestFromThePresent(string text, string picture, string expected)
        => Assert.Equal(expected, Shown(ToMillis(text, picture)));

    [Theory]
    [InlineData("2018-22", "[Y]-[D]")]
    [InlineData("2018 5", "[Y] [s]")]
    [InlineData("12 5", "[H] [s]")]
    [InlineData("2018-32-5", "[X]-[W]-[F1]")]
    [InlineData("2018-3-2-5", "[X]-[x]-[w]-[F1]")]
    [InlineData("27 APRIL 2008", "[D] [MN] [Y]")]
    public void ToMillis_WithGaps_IsD3136(string text, string picture)
        => Assert.Equal(
            "D3136: The date/time picture string is missing specifiers required to parse the timestamp",
            Assert.Throws<JsonataException>(() => ToMillis(text, picture)).ToString());

    [Theory]
    [InlineData("[YN]", "D3133")]
    [InlineData("[C]", "D3133")]
    [InlineData("[D#]", "D3130")]
    [InlineData("[Y", "D3135")]
    [InlineData("[q]", "D3132")]
    public void ToMillis_PictureThatIsNone_IsItsError(string picture, string code)
        => Assert.Equal(code, Assert.Throws<JsonataException>(() => ToMillis("2018", picture)).Code);

    [Fact]
    public void Now_IsTheTimeOfTheEvaluation()
    {
        Assert.Equal("2023-11-14T22:13:20.123Z", JsonataFunctions.Now(default, default, NewEvaluation()).AsString());
        Assert.Equal("14/11 23h", JsonataFunctions.Now("[D]/[M] [H]h", "+0100", NewEvaluation()).AsString());
        Assert.Equal("14/11", new DateTimePicture("[D]/[M]").Now(default, NewEvaluation()).AsString());
        Assert.Equal(Present, JsonataFunctions.Millis(NewEvaluation()).AsDouble());
    }

    [Fact]
    public void Arguments_AreChecked()
    {
        Assert.True(JsonataFunctions.FromMillis(default, "[Y]", default).IsMissing);
        Assert.True(ToMillis(default, "[Y]").IsMissing);
        Assert.Equal("T0410", Code(() => JsonataFunctions.FromMillis("0", default, default)));
        Assert.Equal("T0410", Code(() => JsonataFunctions.FromMillis(0, 5, default)));
        Assert.Equal("T0410", Code(() => JsonataFunctions.FromMillis(0, default, "UTC")));
        Assert.Equal("T0410", Code(() => JsonataFunctions.Now(5, default, NewEvaluation())));
        Assert.Equal("T0410", Code(() => ToMillis(5)));
        Assert.Equal("D1001", Code(() => JsonataFunctions.FromMillis(8.64e15 + 1, default, default)));
        Assert.Equal("+275760-09-13", "+" + JsonataFunctions.FromMillis(8.64e15, "[Y]-[M01]-[D]", default).AsString());
    }

    [Fact]
    public void RandomPictures_FormatAndParseOrAreRefused()
    {
        const string Components = "YMDdFWwXxHhPmsfZzCEq";
        string[] modifiers = ["", "1", "01", "n", "Nn", "i", "A", "w", "wo", "1o", ",2-2", "Nn,3-3", "#", "0٠", ",*-*", ",x", "01:01t", ",9-0"];
        string[] literals = ["-", " ", "[[", "]]", "(", "T", ".", "]", "["];
        var random = new Random(13);
        int formatted = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string picture = string.Concat(Enumerable.Range(0, random.Next(0, 6)).Select(_ => random.Next(3) > 0
                ? $"[{Components[random.Next(Components.Length)]}{modifiers[random.Next(modifiers.Length)]}]"
                : literals[random.Next(literals.Length)]));
            try
            {
                JsonValue text = JsonataFunctions.FromMillis((random.NextDouble() - 0.5) * 1.7e16, picture, i % 3 == 0 ? "+0130" : default(JsonValue));
                formatted++;
                ToMillis(text, picture);
            }
            catch (JsonataException error)
            {
                Assert.Matches("^D313|^U1001", error.Code);
            }
        }

        Assert.InRange(formatted, 2_000, 19_000);
    }

    private static string Code(Action action) => Assert.Throws<JsonataException>(action).Code;

    private static JsonValue ToMillis(JsonValue text, JsonValue picture = default) => JsonataFunctions.ToMillis(text, picture, NewEvaluation());

    private static string? Shown(JsonValue millis) => millis.IsMissing ? null : JsonataFunctions.FromMillis(millis, default, default).AsString();

    private static Evaluation NewEvaluation() => new(DateTimeOffset.FromUnixTimeMilliseconds(Present), new NoRandomness());

    private sealed class NoRandomness : IRandomSource
    {
        public ulong NextUInt64() => throw new InvalidOperationException("Nothing here is random.");
    }
}

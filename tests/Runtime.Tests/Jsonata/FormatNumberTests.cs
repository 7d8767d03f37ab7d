using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Jsonata;

/// <summary><c>$formatNumber</c>, XPath Functions 3.1, 4.7, as jsonata-js implements it. FEATURES L-440.</summary>
public sealed class FormatNumberTests
{
    [Theory]
    [InlineData(1234567.891, "#,##0.00", "1,234,567.89")]
    [InlineData(0, "#,##0.00", "0.00")]
    [InlineData(0.5, "#.##", ".5")]
    [InlineData(5, "#.##", "5.0")]
    [InlineData(0, "#.##", ".0")]
    [InlineData(0, "#", "0")]
    [InlineData(7, "000", "007")]
    [InlineData(-7, "000", "-007")]
    [InlineData(-7, "0;(0)", "(7)")]
    [InlineData(7, "0;(0)", "7")]
    [InlineData(2.5, "0", "2")]
    [InlineData(3.5, "0", "4")]
    [InlineData(1.005, "0.00", "1.00")]
    [InlineData(99.996, "0.00", "100.00")]
    [InlineData(0.125, "#0.0%", "12.5%")]
    [InlineData(0.0125, "0.0‰", "12.5‰")]
    [InlineData(1234.5, "$#,##0.00 each", "$1,234.50 each")]
    [InlineData(1234567, "#,##,##0", "12,34,567")]
    [InlineData(123456789, "#,##,00,000", "12,34,56,789")]
    [InlineData(0.123456, "0.000,0", "0.123,5")]
    [InlineData(1234.5678, "0.00e0", "1.23e3")]
    [InlineData(1234.5678, "00.0e00", "12.3e02")]
    [InlineData(0.00012, "0.0e0", "1.2e-4")]
    [InlineData(0.5, ".00e0", ".50e0")]
    [InlineData(0, "0.0e0", "0.0e0")]
    [InlineData(-12, "0e0", "-1e1")]
    [InlineData(1e22, "0", "10000000000000000000000")]
    [InlineData(0.1, "0.00000000000000000000", "0.10000000000000000555")]
    public void FormatNumber_WithTheUsualSymbols_FollowsThePicture(double number, string picture, string expected)
    {
        Assert.Equal(expected, JsonataFunctions.FormatNumber(number, picture, default).AsString());
        Assert.Equal(expected, new NumberPicture(picture).FormatNumber(number).AsString());
    }

    [Theory]
    [InlineData(1234567.5, "#.##0,00", """{"decimal-separator":",","grouping-separator":"."}""", "1.234.567,50")]
    [InlineData(12.5, "٠٠٠.٠", """{"zero-digit":"٠"}""", "٠١٢.٥")]
    [InlineData(-5, "0", """{"minus-sign":"−"}""", "−5")]
    [InlineData(0.5, "0pc", """{"percent":"pc"}""", "50pc")]
    [InlineData(0.5, "0pm", """{"per-mille":"pm"}""", "500pm")]
    [InlineData(-5, "0|<0>", """{"pattern-separator":"|"}""", "<5>")]
    [InlineData(1234, "x,xx0", """{"digit":"x"}""", "1,234")]
    [InlineData(1234, "0.0E0", """{"exponent-separator":"E"}""", "1.2E3")]
    [InlineData(5, "0", """{"NaN":"none","infinity":1,"other":true}""", "5")]
    public void FormatNumber_WithOtherSymbols_UsesThem(double number, string picture, string options, string expected)
        => Assert.Equal(expected, JsonataFunctions.FormatNumber(number, picture, JsonValue.Parse(options)).AsString());

    [Theory]
    [InlineData("0;0;0", "D3080")]
    [InlineData("0.0.0", "D3081")]
    [InlineData("%0%", "D3082")]
    [InlineData("‰0‰", "D3083")]
    [InlineData("%0‰", "D3084")]
    [InlineData("", "D3085")]
    [InlineData(".", "D3085")]
    [InlineData("0a0", "D3086")]
    [InlineData("0,.0", "D3087")]
    [InlineData("0.,0", "D3087")]
    [InlineData("#,", "D3088")]
    [InlineData("0,,0", "D3089")]
    [InlineData("0#", "D3090")]
    [InlineData("0.#0", "D3091")]
    [InlineData("0.0e0%", "D3092")]
    [InlineData("0e", "D3093")]
    [InlineData("0.0e#", "D3093")]
    [InlineData("0;0#", "D3090")]
    public void FormatNumber_PictureThatIsNone_IsItsError(string picture, string code)
    {
        Assert.Equal(code, Assert.Throws<JsonataException>(() => JsonataFunctions.FormatNumber(1, picture, default)).Code);
        Assert.Equal(code, Assert.Throws<JsonataException>(() => new NumberPicture(picture).FormatNumber(1)).Code);
    }

    [Fact]
    public void FormatNumber_Arguments_AreChecked()
    {
        Assert.True(JsonataFunctions.FormatNumber(default, "0", default).IsMissing);
        Assert.Equal("T0410: Argument 1 of function \"formatNumber\" does not match function signature", Error("1", "0"));
        Assert.Equal("T0410: Argument 2 of function \"formatNumber\" does not match function signature", Error(1, default));
        Assert.Equal("T0410: Argument 3 of function \"formatNumber\" does not match function signature", Error(1, "0", 5));
        Assert.Equal("T0410: Argument 3 of function \"formatNumber\" does not match function signature", Error(1, "0", JsonValue.Parse("""{"digit":5}""")));
        Assert.Equal("T0410: Argument 3 of function \"formatNumber\" does not match function signature", Error(1, "0", JsonValue.Parse("""{"zero-digit":""}""")));
        Assert.Equal("D1001: Number out of range: 1e+308", Error(1e308, "0%"));
        Assert.StartsWith("D1001", Error(JsonValue.Parse("1e999"), "0"), StringComparison.Ordinal);
    }

    [Fact]
    public void FormatNumber_RandomPictures_FormatOrAreRefused()
    {
        const string Alphabet = "##000,,..%‰e;-a9";
        string[] options = ["""{"decimal-separator":","}""", """{"grouping-separator":""}""", """{"zero-digit":"A"}""", """{"exponent-separator":""}""", """{"digit":"ab"}""", """{"pattern-separator":""}"""];
        var random = new Random(11);
        int formatted = 0;
        for (int i = 0; i < 50_000; i++)
        {
            string picture = new([.. Enumerable.Range(0, random.Next(0, 9)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]);
            double number = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 25));
            try
            {
                JsonValue symbols = i % 4 == 0 ? JsonValue.Parse(options[random.Next(options.Length)]) : default;
                formatted += JsonataFunctions.FormatNumber(number, picture, symbols).IsString ? 1 : 0;
            }
            catch (JsonataException error)
            {
                Assert.Matches("^D30[89]", error.Code);
            }
        }

        Assert.InRange(formatted, 2_000, 48_000);
    }

    private static string Error(JsonValue number, JsonValue picture, JsonValue options = default)
        => Assert.Throws<JsonataException>(() => JsonataFunctions.FormatNumber(number, picture, options)).ToString();
}

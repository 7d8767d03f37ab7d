using System.Text;
using System.Text.Json;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

public sealed class ParsingTests
{
    public static TheoryData<string> Texts =>
    [
        "0", "-0", "1", "-1", "10", "0.5", "-0.0", "1e5", "1E+5", "1e-5", "1.25e10", "123456789012345678901234567890", "1e400", " 1 ", "\t\r\n1\n",
        "true", "false", "null", "\"\"", "\"a\"", "[]", "{}", "[ ]", "{ }", "[1,2]", "[[],[[]]]", "{\"a\":{\"b\":[]}}", "{\"a\" : 1 , \"b\" : [ 1 , 2 ] }",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\uDEAD\\uD83D\"", "\"\u007f\"", "\"\\\\\"", "\"\\\\\\\"\"", "{\"\\ud800\":1}", "[\"\\u00e9\",\"é\"]",
        "", " ", "+1", "-", "01", "-01", "00", "1.", ".5", "1.e5", "1e", "1e+", "0x1", "1a", "1 2", "--1", "Infinity", "NaN", "1,", "1]", "1}",
        "t", "tru", "truE", "True", "truex", "nul", "nulll", "fals", "falsey", "true false", "[true", "nullnull",
        "\"", "\"a", "\"\\", "\"\\\"", "\"\\x\"", "\"\\u\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\u123", "\"\n\"", "\"\u0001\"", "'a'", "\"a\"b", "\"a\" \"b\"",
        "[", "]", "[,]", "[1,]", "[,1]", "[1 2]", "[1,,2]", "[1", "[1,", "[}", "{]", "{", "}", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}",
        "{\"a\":1,,\"b\":2}", "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\"::1}", "{\"a\":1", "{\"a\":1]", "[1}", "{\"a\":[1}", "[{]}", "{\"a\":1}}", "[]]",
        "// c\n1", "/* c */ 1", "1 // c", "[1, /* c */ 2]", "\u00a01", "1\u00a0", "\v1", "\f1", "1\0", "\01", "\u20281", "{\u00a0}",
        "\ufeff1", "\ufeff", "1\ufeff", "\ufeff{}", "#", "é",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_IsAcceptedOrRefused_AsByUtf8JsonReader(string json)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);

        bool isRead = JsonValue.TryParse(text, out JsonValue value, out string? error);

        Assert.Equal(ReaderOracle.ReaderAccepts(text), isRead);
        Assert.Equal(isRead, !value.IsMissing);
        Assert.Equal(isRead, error is null);
        if (!isRead)
        {
            Assert.Equal(error, Assert.Throws<JsonException>(() => JsonValue.Parse(text)).Message);
            Assert.Equal(error, Assert.Throws<JsonException>(() => JsonValue.Parse(json)).Message);
        }
    }

    [Theory]
    [InlineData("", "Line 1, byte 1: found the end of the text where a value was expected.")]
    [InlineData("{\n  \"a\": 1,\n  \"b\" 2}", "Line 3, byte 7: found '2' where ':' was expected.")]
    [InlineData("[1 2]", "Line 1, byte 4: found '2' where ',' or ']' was expected.")]
    [InlineData("{\"a\":1 2}", "Line 1, byte 8: found '2' where ',' or '}' was expected.")]
    [InlineData("{\"a\":1,}", "Line 1, byte 8: found '}' where a member name in quotes was expected.")]
    [InlineData("[1] x", "Line 1, byte 5: found 'x' where the end of the text was expected.")]
    [InlineData("[tru]", "Line 1, byte 5: found ']' where the rest of 'true' was expected.")]
    [InlineData("[1.]", "Line 1, byte 4: found ']' where a digit was expected.")]
    [InlineData("[012]", "Line 1, byte 3: found '1' where no digit behind a leading zero was expected.")]
    [InlineData("[+1]", "Line 1, byte 2: found '+' where a value was expected.")]
    [InlineData("[é]", "Line 1, byte 2: found 'é' where a value was expected.")]
    [InlineData("\"ab", "Line 1, byte 4: found the end of the text where '\"' at the end of a string was expected.")]
    [InlineData("\"a\tb\"", "Line 1, byte 3: found the byte 0x09 where an escape for the control character was expected.")]
    [InlineData("\"\\x\"", "Line 1, byte 3: found 'x' where one of '\"\\/bfnrtu' behind a backslash was expected.")]
    [InlineData("\"\\u12G4\"", "Line 1, byte 6: found 'G' where four hexadecimal digits behind '\\u' was expected.")]
    [InlineData("\ufeff{}", "Line 1, byte 1: found a byte order mark where a value was expected.")]
    public void Refusal_SaysWhereAndWhatWasExpected(string json, string message)
    {
        Assert.False(JsonValue.TryParse(Encoding.UTF8.GetBytes(json), out _, out string? error));

        Assert.Equal(message, error);
    }

    /// <summary>Whitespace is skipped and left out a vector at a time, so runs of each length around a vector's count, in all places.</summary>
    [Fact]
    public void Whitespace_OfAnyLength_IsLeftOut()
    {
        const string blanks = " \n\t\r  \n      \t\t \r\n                    \n";
        for (int length = 0; length <= blanks.Length; length++)
        {
            string run = blanks[..length];
            string text = $"{run}{{{run}\"a b\"{run}:{run}[{run}1{run},{run}\"{new string('x', length)}\"{run},{run}{{{run}}}{run}]{run},{run}\"c\"{run}:{run}null{run}}}{run}";

            JsonValue value = JsonValue.Parse(text);

            Assert.Equal($$"""{"a b":[1,"{{new string('x', length)}}",{}],"c":null}""", value.ToString());
            Assert.False(JsonValue.TryParse(Encoding.UTF8.GetBytes(text.Replace("null", run + "\u0001")), out _, out _));
        }
    }

    [Fact]
    public void Refusal_CarriesThePositionAsSystemTextJsonCountsIt()
    {
        var exception = Assert.Throws<JsonException>(() => JsonValue.Parse("{\n  \"a\": 1,\n  \"b\" 2}"));

        Assert.Equal(2, exception.LineNumber);
        Assert.Equal(6, exception.BytePositionInLine);
    }

    [Theory]
    [InlineData(new byte[] { 0x22, 0x80, 0x22 }, 1)]
    [InlineData(new byte[] { 0x22, 0xC3, 0x22 }, 1)]
    [InlineData(new byte[] { 0x22, 0x61, 0xC0, 0x80, 0x22 }, 2)]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 }, 1)]
    [InlineData(new byte[] { 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22 }, 1)]
    [InlineData(new byte[] { 0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D }, 2)]
    public void BytesThatAreNotUtf8_AreRefusedAtOnce_WhereTheReaderIsLazy(byte[] text, int position)
    {
        Assert.True(ReaderOracle.ReaderAccepts(text));

        Assert.False(JsonValue.TryParse(text, out _, out string? error));

        Assert.Equal($"Line 1, byte {position + 1}: found the byte 0x{text[position]:X2} where UTF-8 was expected.", error);
    }

    [Theory]
    [InlineData("[", "]", 512, true)]
    [InlineData("[", "]", 513, false)]
    [InlineData("{\"a\":", "}", 512, true)]
    [InlineData("{\"a\":", "}", 513, false)]
    [InlineData("[{\"a\":", "}]", 256, true)]
    [InlineData("[", "]", 1_000_000, false)]
    public void Nesting_IsAcceptedTo512Levels_AsByAReaderWithThatLimit(string open, string close, int times, bool isRead)
    {
        string core = open.EndsWith(':') ? "1" : "";
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, times)) + core + string.Concat(Enumerable.Repeat(close, times)));

        Assert.Equal(isRead, JsonValue.TryParse(text, out JsonValue value, out string? error));

        Assert.Equal(isRead, ReaderOracle.ReaderAccepts(text));
        Assert.Equal(isRead ? Encoding.UTF8.GetString(text) : "", value.ToString());
        Assert.True(isRead || error!.Contains("no deeper nesting than 512 levels", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(" [ 1 , 2 ]\n", "[1,2]")]
    [InlineData("{ \"a b\" : \" c \" ,\r\n\t\"d\":[ ] , \"e\" : { } }", "{\"a b\":\" c \",\"d\":[],\"e\":{}}")]
    [InlineData("  true  ", "true")]
    [InlineData("  1.50  ", "1.50")]
    [InlineData("\n\"x\"", "\"x\"")]
    public void Whitespace_IsLeftOut(string json, string expected)
    {
        JsonValue value = JsonValue.Parse(json);

        Assert.Equal(expected, value.ToString());
        Assert.Equal(expected.Length, value.ByteCount);
    }

    [Fact]
    public void Spelling_OfNumbersAndStrings_Stays()
    {
        const string Json = """{"a":1.0,"b":1e2,"c":"\u0041\/","d":-0,"e":123456789012345678901234567890,"f":1E400}""";

        Assert.Equal(Json, JsonValue.Parse(Json).ToString());
        Assert.Equal(Json[..^1] + ",\"g\":1}", JsonValue.Parse(Json).With("g", 1).ToString());
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", """{"a":2}""")]
    [InlineData("""{"a":1,"b":2,"a":{"c":3,"c":4}}""", """{"a":{"c":4},"b":2}""")]
    [InlineData("""[{"x":1},{"a":1,"b":2,"b":3,"c":4}]""", """[{"x":1},{"a":1,"b":3,"c":4}]""")]
    [InlineData("""{ "a" : 1 , "\u0061" : 2 }""", """{"a":2}""")]
    [InlineData("""{"":1,"":2}""", """{"":2}""")]
    [InlineData("""{"a\nb":1,"a\u000ab":2}""", """{"a\nb":2}""")]
    [InlineData("""{"\/":1,"/":"\/"}""", """{"/":"\/"}""")]
    [InlineData("""{"\ud800":1,"\udc00":2}""", "{\"\ufffd\":2}")]
    public void Members_WithTheSameName_LeaveTheLastValue(string json, string expected) => Assert.Equal(expected, JsonValue.Parse(json).ToString());

    [Fact]
    public void Members_WithTheSameNameAmongMany_LeaveTheLastValue()
    {
        string members = string.Join(',', Enumerable.Range(0, 5000).Select(i => $"\"k{i}\":{i}"));

        JsonValue value = JsonValue.Parse($"{{{members},\"k4321\":-1}}");

        Assert.Equal(5000, value.Count);
        Assert.Equal(-1, value.Get("k4321").AsDouble());
        Assert.Equal($"{{{members}}}", JsonValue.Parse($"{{{members}}}").ToString());
    }

    [Fact]
    public void Names_WithEscapes_AreFoundUnderTheirMeaning()
    {
        JsonValue value = JsonValue.Parse("""{"\u006fk":1,"a\\b":2,"tab\t":3,"\u00e9":4,"\ud83d\ude00":5}""");

        Assert.Equal(1, value[Key.Of("ok")].AsDouble());
        Assert.Equal(2, value[Key.Of("a\\b")].AsDouble());
        Assert.Equal(3, value[Key.Of("tab\t")].AsDouble());
        Assert.Equal(4, value[Key.Of("é")].AsDouble());
        Assert.Equal(5, value[Key.Of("😀")].AsDouble());
        Assert.Equal("""{"ok":1,"a\\b":2,"tab\t":3,"é":4,"😀":5}""", value.ToString());
    }

    [Fact]
    public void Text_OfManyThousandValues_IsReadWhole()
    {
        string json = "[" + string.Join(" ,", Enumerable.Range(0, 100_000)) + "]";

        JsonValue value = JsonValue.Parse(json);

        Assert.Equal(100_000, value.Count);
        Assert.Equal(99_999, value[99_999].AsDouble());
        Assert.Equal("[1]", JsonValue.Parse("[1]").ToString());
    }

    [Fact]
    public void Text_ThatTheCallerChangesAfterwards_DoesNotMatter()
    {
        byte[] text = "{\"a\":1}"u8.ToArray();
        JsonValue value = JsonValue.Parse(text);

        text.AsSpan().Clear();

        Assert.Equal("{\"a\":1}", value.ToString());
    }

    [Fact]
    public void Parse_OfAClrStringWithALoneSurrogate_ReplacesIt()
        => Assert.Equal("\ufffd", JsonValue.Parse("\"\ud800\"").AsString());
}

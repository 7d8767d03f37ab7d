using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class ChoiceTests
{
    private static readonly DateTimeOffset s_instant = new(2012, 10, 9, 19, 0, 55, TimeSpan.Zero);

    private static JsonValue Json(string json) => JsonValue.Parse(json);

    // L-239: one value of each type but the operator's makes it false and is no error.
    [Theory]
    [InlineData("null")]
    [InlineData("0")]
    [InlineData("true")]
    [InlineData("\"1\"")]
    [InlineData("[\"a\"]")]
    [InlineData("{\"A\":0}")]
    public void Operators_OtherType_AreFalse(string json)
    {
        JsonValue value = Json(json);
        string? missing = null;
        Assert.False(Choice.BooleanEquals(value, false, "$.v", ref missing));
        Assert.False(Choice.StringEquals(value, "a", "a"u8, "$.v", ref missing));
        Assert.False(Choice.StringLessThan(value, "", "$.v", ref missing));
        Assert.False(Choice.NumericEquals(value, 1, "$.v", ref missing));
        Assert.False(Choice.NumericGreaterThan(value, 1.5, "$.v", ref missing));
        Assert.False(Choice.TimestampEquals(value, s_instant, "$.v", ref missing));
        Assert.False(Choice.StringMatches(value, "a*", "$.v", ref missing));
        Assert.Null(missing);
    }

    // L-237, L-241
    [Fact]
    public void Operators_Missing_NoteTheFirstPath()
    {
        string? missing = null;
        Assert.False(Choice.IsPresent(default));
        Assert.Null(missing);
        Assert.False(Choice.IsNull(default, "$.first", ref missing));
        Assert.False(Choice.NumericLessThanEquals(default, 5, "$.second", ref missing));
        Assert.Equal("$.first", missing);
    }

    public static TheoryData<string> MissingOperators { get; } = ["string", "utf8", "matches", "long", "double", "boolean", "timestamp", "isTimestamp", "isString", "isNumeric", "isBoolean"];

    [Theory]
    [MemberData(nameof(MissingOperators))]
    public void Operator_Missing_NotesItsPath(string name)
    {
        string? missing = null;
        bool holds = name switch
        {
            "string" => Choice.StringGreaterThanEquals(default, "", "$.v", ref missing),
            "utf8" => Choice.StringEquals(default, "a", "a"u8, "$.v", ref missing),
            "matches" => Choice.StringMatches(default, "*", "$.v", ref missing),
            "long" => Choice.NumericEquals(default, long.MaxValue, "$.v", ref missing),
            "double" => Choice.NumericLessThan(default, 0.5, "$.v", ref missing),
            "boolean" => Choice.BooleanEquals(default, true, "$.v", ref missing),
            "timestamp" => Choice.TimestampLessThan(default, s_instant, "$.v", ref missing),
            "isTimestamp" => Choice.IsTimestamp(default, "$.v", ref missing),
            "isString" => Choice.IsString(default, "$.v", ref missing),
            "isNumeric" => Choice.IsNumeric(default, "$.v", ref missing),
            _ => Choice.IsBoolean(default, "$.v", ref missing),
        };
        Assert.False(holds);
        Assert.Equal("$.v", missing);
    }

    [Fact]
    public void PathOperators_MissingOperand_NoteItsPath()
    {
        string? missing = null;
        Assert.False(Choice.StringEquals("a", default, "$.v", "$.o", ref missing));
        Assert.Equal("$.o", missing);
        missing = null;
        Assert.False(Choice.TimestampEquals(default(JsonValue), default(JsonValue), "$.v", "$.o", ref missing));
        Assert.Equal("$.v", missing);
    }

    // L-241
    [Fact]
    public void IsPresent_Null_IsTrue() => Assert.True(Choice.IsPresent(JsonValue.Null));

    // L-242, L-243
    [Theory]
    [InlineData("null", "IsNull")]
    [InlineData("0.0", "IsNumeric")]
    [InlineData("\"1\"", "IsString")]
    [InlineData("\"\"", "IsString")]
    [InlineData("false", "IsBoolean")]
    [InlineData("\"2012-10-09T19:00:55Z\"", "IsString,IsTimestamp")]
    [InlineData("\"2012-10-09T19:00:55+01:00\"", "IsString,IsTimestamp")]
    [InlineData("\"2012-10-09T19:00:55\"", "IsString")]
    [InlineData("\"2023-02-24\"", "IsString")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    public void TypeTests_OfValue_HoldForItsTypes(string json, string expected)
    {
        JsonValue value = Json(json);
        string? missing = null;
        var holds = new List<string>();
        if (Choice.IsNull(value, "$", ref missing)) { holds.Add("IsNull"); }
        if (Choice.IsNumeric(value, "$", ref missing)) { holds.Add("IsNumeric"); }
        if (Choice.IsString(value, "$", ref missing)) { holds.Add("IsString"); }
        if (Choice.IsBoolean(value, "$", ref missing)) { holds.Add("IsBoolean"); }
        if (Choice.IsTimestamp(value, "$", ref missing)) { holds.Add("IsTimestamp"); }
        Assert.Equal(expected, string.Join(',', holds));
        Assert.Null(missing);
    }

    // L-240: as they are, ordinally.
    [Theory]
    [InlineData("A", "A ", -1)]
    [InlineData("A", "a", -1)]
    [InlineData("AB", "A", 1)]
    [InlineData("", "", 0)]
    [InlineData("\t\n", "\t\r\n", -1)]
    [InlineData("\uE000", "\uD83D\uDE00", 1)]
    public void Strings_OfTwo_CompareByCodeUnit(string left, string right, int order)
    {
        string? missing = null;
        JsonValue read = Json(JsonValue.String(left).ToString());
        foreach (JsonValue value in (ReadOnlySpan<JsonValue>)[left, read])
        {
            Assert.Equal(order == 0, Choice.StringEquals(value, right, "$", ref missing));
            Assert.Equal(order == 0, Choice.StringEquals(value, right, System.Text.Encoding.UTF8.GetBytes(right), "$", ref missing));
            Assert.Equal(order < 0, Choice.StringLessThan(value, right, "$", ref missing));
            Assert.Equal(order <= 0, Choice.StringLessThanEquals(value, right, "$", ref missing));
            Assert.Equal(order > 0, Choice.StringGreaterThan(value, right, "$", ref missing));
            Assert.Equal(order >= 0, Choice.StringGreaterThanEquals(value, right, "$", ref missing));
            Assert.Equal(order == 0, Choice.StringEquals(value, right, "$", "$.o", ref missing));
            Assert.Equal(order < 0, Choice.StringLessThan(value, right, "$", "$.o", ref missing));
            Assert.Equal(order <= 0, Choice.StringLessThanEquals(value, right, "$", "$.o", ref missing));
            Assert.Equal(order > 0, Choice.StringGreaterThan(value, right, "$", "$.o", ref missing));
            Assert.Equal(order >= 0, Choice.StringGreaterThanEquals(value, right, "$", "$.o", ref missing));
        }
    }

    // L-240
    [Theory]
    [InlineData("0", "0.0", 0)]
    [InlineData("1", "2.22", -1)]
    [InlineData("1e2", "99", 1)]
    [InlineData("9007199254740993", "9007199254740992", 1)]
    [InlineData("-9223372036854775808", "-9223372036854775807", -1)]
    public void Numbers_OfTwo_CompareByValue(string left, string right, int order)
    {
        string? missing = null;
        JsonValue value = Json(left), operand = Json(right);
        Assert.Equal(order == 0, Choice.NumericEquals(value, operand, "$", "$.o", ref missing));
        Assert.Equal(order < 0, Choice.NumericLessThan(value, operand, "$", "$.o", ref missing));
        Assert.Equal(order <= 0, Choice.NumericLessThanEquals(value, operand, "$", "$.o", ref missing));
        Assert.Equal(order > 0, Choice.NumericGreaterThan(value, operand, "$", "$.o", ref missing));
        Assert.Equal(order >= 0, Choice.NumericGreaterThanEquals(value, operand, "$", "$.o", ref missing));
        if (!operand.TryGetInt64(out long literal))
        {
            return;
        }

        Assert.Equal(order == 0, Choice.NumericEquals(value, literal, "$", ref missing));
        Assert.Equal(order < 0, Choice.NumericLessThan(value, literal, "$", ref missing));
        Assert.Equal(order <= 0, Choice.NumericLessThanEquals(value, literal, "$", ref missing));
        Assert.Equal(order > 0, Choice.NumericGreaterThan(value, literal, "$", ref missing));
        Assert.Equal(order >= 0, Choice.NumericGreaterThanEquals(value, literal, "$", ref missing));
    }

    [Theory]
    [InlineData("2012-10-09T19:00:55Z", 0)]
    [InlineData("2012-10-09T20:00:55+01:00", 0)]
    [InlineData("2012-10-09T19:00:55.0000001Z", 1)]
    [InlineData("2012-10-09T19:00:54.999999999Z", -1)]
    public void Timestamps_OfTwo_CompareAsInstants(string text, int order)
    {
        string? missing = null;
        JsonValue operand = "2012-10-09T19:00:55Z";
        Assert.Equal(order == 0, Choice.TimestampEquals(text, s_instant, "$", ref missing));
        Assert.Equal(order < 0, Choice.TimestampLessThan(text, s_instant, "$", ref missing));
        Assert.Equal(order <= 0, Choice.TimestampLessThanEquals(text, s_instant, "$", ref missing));
        Assert.Equal(order > 0, Choice.TimestampGreaterThan(text, s_instant, "$", ref missing));
        Assert.Equal(order >= 0, Choice.TimestampGreaterThanEquals(text, s_instant, "$", ref missing));
        Assert.Equal(order == 0, Choice.TimestampEquals(text, operand, "$", "$.o", ref missing));
        Assert.Equal(order < 0, Choice.TimestampLessThan(text, operand, "$", "$.o", ref missing));
        Assert.Equal(order <= 0, Choice.TimestampLessThanEquals(text, operand, "$", "$.o", ref missing));
        Assert.Equal(order > 0, Choice.TimestampGreaterThan(text, operand, "$", "$.o", ref missing));
        Assert.Equal(order >= 0, Choice.TimestampGreaterThanEquals(text, operand, "$", "$.o", ref missing));
    }

    [Fact]
    public void BooleanEquals_Operand_WantsSameBoolean()
    {
        string? missing = null;
        Assert.True(Choice.BooleanEquals(true, JsonValue.True, "$", "$.o", ref missing));
        Assert.False(Choice.BooleanEquals(true, JsonValue.False, "$", "$.o", ref missing));
        Assert.False(Choice.BooleanEquals(JsonValue.Null, JsonValue.Null, "$", "$.o", ref missing));
    }

    [Theory]
    [InlineData("log-1.txt", "log-*.txt", true)]
    [InlineData("log-.txt", "log-*.txt", true)]
    [InlineData("log-1.txtx", "log-*.txt", false)]
    [InlineData("LOG-1.txt", "log-*.txt", false)]
    [InlineData("", "*", true)]
    [InlineData("", "", true)]
    [InlineData("a", "", false)]
    [InlineData("abcabd", "*ab*d", true)]
    [InlineData("a*b", "a\\*b", true)]
    [InlineData("axb", "a\\*b", false)]
    [InlineData("a\\b", "a\\\\b", true)]
    [InlineData("a\\xb", "a\\\\*b", true)]
    [InlineData("a?[c]", "a?[c]", true)]
    [InlineData("axc", "a?c", false)]
    [InlineData("été", "é*é", true)]
    public void StringMatches_Pattern_FitsWholeString(string text, string pattern, bool expected)
    {
        string? missing = null;
        Assert.Equal(expected, Choice.StringMatches(text, pattern, "$", ref missing));
        Assert.Equal(expected, Choice.StringMatches(Json(JsonValue.String(text).ToString()), pattern, "$", ref missing));
    }

    // A backtracking matcher would take time exponential in the number of stars here.
    [Fact]
    public void StringMatches_ManyStars_EndsSoon()
    {
        string? missing = null;
        Assert.False(Choice.StringMatches(new string('a', 2000), string.Concat(Enumerable.Repeat("a*", 200)) + "b", "$", ref missing));
    }
}

using System.Text.Json;
using Compiled.Simulation.Matching;

namespace Conformance.Tests.Matching;

public sealed class JsonMatcherTests
{
    [Theory]
    [InlineData("""{"a":1,"b":[true,null]}""", """{"b":[true,null],"a":1}""")]
    [InlineData("1.50", "1.5")]
    [InlineData("100000000000000000000", "100000000000000000000")]
    [InlineData("\"timestamp\"", "\"2024-06-01T12:00:00Z\"")]
    [InlineData("\"timestamp\"", "1717243200.5")]
    [InlineData("\"<uuid:1>\"", "\"0f8fad5b-d9cb-469f-a165-70867728950e\"")]
    [InlineData("\"a <request_id>)\"", "\"a 77)\"")]
    [InlineData("\"arn:<partition>:x\"", "\"arn:aws:x\"")]
    [InlineData("\"<region>\"", "\"<region>\"")]
    [InlineData("\"role\"", "\"second\"")]
    public void Compare_SameOrPlaceholder_GivesNoDifference(string expected, string actual) =>
        Assert.Null(Matcher().Compare(Json(expected), Json(actual), Location.Root));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":2}""", "$.a: expected 1, got 2")]
    [InlineData("""{"a":1}""", "{}", "$.a: expected 1, got (absent)")]
    [InlineData("{}", """{"a":1}""", "$.a: expected (absent), got 1")]
    [InlineData("[1,2]", "[2,1]", "$[0]: expected 1, got 2")]
    [InlineData("[1]", "[1,1]", "$: expected [1], got [1,1]")]
    [InlineData("1", "1.0", "$: expected 1, got 1.0")]
    [InlineData("null", "false", "$: expected null, got false")]
    [InlineData("\"timestamp\"", "\"soon\"", "$: expected \"timestamp\", got \"soon\"")]
    [InlineData("\"<uuid:1>\"", "\"77\"", "$: expected \"<uuid:1>\", got \"77\"")]
    [InlineData("\"<json-input:1>\"", "\"{\"", "$: expected \"<json-input:1>\", got \"{\"")]
    [InlineData("\"<region>\"", "\"eu-west-1\"", "$: expected \"<region>\", got \"eu-west-1\"")]
    [InlineData("""{"a":1}""", "\"{\\\"a\\\":1}\"", """$: expected {"a":1}, got "{\"a\":1}" """)]
    [InlineData("\"[1, 2]\"", "\"[1,2]\"", "$: expected \"[1, 2]\", got \"[1,2]\"")]
    public void Compare_Different_NamesThePlace(string expected, string actual, string difference) =>
        Assert.Equal(difference.TrimEnd(), Matcher().Compare(Json(expected), Json(actual), Location.Root)?.ToString());

    [Theory]
    [InlineData("""{"a":{"b":1}}""", """{"a":"{\"b\": 1}"}""", null)]
    [InlineData("\"[1, 2]\"", "\"[1,2]\"", null)]
    [InlineData("""{"a":{"b":1}}""", """{"a":"{\"b\": 2}"}""", "$.a.b: expected 1, got 2")]
    [InlineData("""{"a":{"b":1}}""", """{"a":"b"}""", """$.a: expected {"b":1}, got "b" """)]
    public void Compare_ObjectsThatStandForText_AreComparedAsJson(string expected, string actual, string? difference) =>
        Assert.Equal(difference?.TrimEnd(), Matcher(objectsStandForText: true).Compare(Json(expected), Json(actual), Location.Root)?.ToString());

    [Fact]
    public void Compare_NumberedPlaceholder_StandsForOneTextOnly()
    {
        JsonMatcher matcher = Matcher();
        JsonElement expected = Json("""["<uuid:1>","<uuid:1>"]""");
        Assert.Null(matcher.Compare(expected, Json("""["0f8fad5b-d9cb-469f-a165-70867728950e","0f8fad5b-d9cb-469f-a165-70867728950e"]"""), Location.Root));
        Assert.NotNull(Matcher().Compare(expected, Json("""["0f8fad5b-d9cb-469f-a165-70867728950e","7c9e6679-7425-40de-944b-e07fc1f90ae7"]"""), Location.Root));
    }

    [Fact]
    public void Compare_TwoNumbers_CannotStandForOneText() =>
        Assert.NotNull(Matcher().Compare(
            Json("""["<token:1>","<token:2>"]"""), Json("""["same","same"]"""), Location.Root));

    [Theory]
    [InlineData("$..Cause", """{"x":{"Cause":1}}""", """{"x":{"Cause":2}}""")]
    [InlineData("$..Cause", """{"x":{"Cause":1}}""", """{"x":{}}""")]
    [InlineData("$..Cause", """{"x":{}}""", """{"x":{"Cause":2}}""")]
    [InlineData("$..x..c", """{"x":{"b":{"c":1}}}""", """{"x":{"b":{"c":2}}}""")]
    [InlineData("$..a[1].c", """{"a":[0,{"c":1}]}""", """{"a":[0,{"c":2}]}""")]
    [InlineData("$.a[\"b-c\"]", """{"a":{"b-c":1}}""", """{"a":{"b-c":2}}""")]
    public void Compare_SkippedPath_IsNotCompared(string path, string expected, string actual)
    {
        JsonMatcherOptions options = new() { Skipped = [LocationPattern.Parse(path)] };
        Assert.Null(new JsonMatcher(options).Compare(Json(expected), Json(actual), Location.Root));
    }

    [Theory]
    [InlineData("$..a[0].c", """{"a":[0,{"c":1}]}""", """{"a":[0,{"c":2}]}""")]
    [InlineData("$.Cause", """{"x":{"Cause":1}}""", """{"x":{"Cause":2}}""")]
    public void Compare_PathElsewhere_SkipsNothing(string path, string expected, string actual)
    {
        JsonMatcherOptions options = new() { Skipped = [LocationPattern.Parse(path)] };
        Assert.NotNull(new JsonMatcher(options).Compare(Json(expected), Json(actual), Location.Root));
    }

    [Fact]
    public void Compare_AnyValue_MustStillBeThere()
    {
        JsonMatcher matcher = new(new JsonMatcherOptions { AnyValue = [LocationPattern.Parse("$.a")] });
        Assert.Null(matcher.Compare(Json("""{"a":1}"""), Json("""{"a":2}"""), Location.Root));
        Assert.Equal("$.a: expected 1, got (absent)", matcher.Compare(Json("""{"a":1}"""), Json("{}"), Location.Root)?.ToString());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("$.")]
    [InlineData("$[x]")]
    [InlineData("$[1")]
    public void Parse_NotAPath_ThrowsNamingIt(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<FormatException>(() => LocationPattern.Parse(text)).Message, StringComparison.Ordinal);

    private static JsonMatcher Matcher(bool objectsStandForText = false) => new(new JsonMatcherOptions
    {
        ObjectsStandForText = objectsStandForText,
        Substitutions = Substitutions.Read(Json("""{"<partition>":"aws","<region>":"us-east-1","role":["first","second"]}""")),
    });

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}

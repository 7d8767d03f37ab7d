using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Runtime.Tests.Expressions;

public sealed class FaultsTests
{
    private static readonly JsonValue s_input = JsonValue.Parse("""{"a":{"b":"text","list":[1,null]},"none":null}""");

    // E-001, E-002, recorded: scenarios/test_invalid_jsonpath, scenarios/test_catch_states_runtime
    [Theory]
    [InlineData("$.x", "No results for path: $['x']")]
    [InlineData("$.a.x", "No results for path: $['a']['x']")]
    [InlineData("$['a'].x", "No results for path: $['a']['x']")]
    [InlineData("$$.a.x", "No results for path: $['a']['x']")]
    [InlineData("$v.a[\"x y\"]", "No results for path: $['a']['x y']")]
    [InlineData("$.x.y.z", "Missing property in path $['x']")]
    [InlineData("$.a.x.z", "Missing property in path $['a']['x']")]
    [InlineData("$.a.list[5]", "No results for path: $['a']['list'][5]")]
    [InlineData("$.a.list[5].c.d", "No results for path: $['a']['list'][5]['c']['d']")]
    [InlineData("$.a.list[-1].c", "Expected to find an object with property ['c'] in path $['a']['list'][-1] but found 'null'.")]
    [InlineData("$.a.b.c", "Expected to find an object with property ['c'] in path $['a']['b'] but found 'string'.")]
    [InlineData("$.none[0]", "The path $['none'] is null")]
    [InlineData("$.a.b[0]", "Filter: [0] can only be applied to arrays. Current context is: \"text\"")]
    [InlineData("$.items.length()", "No results for path: $.items.length()")]
    public void NoResultsForPath_OfMiss_SaysWhere(string path, string expected)
    {
        Fault fault = Faults.NoResultsForPath(path, s_input);
        Assert.Equal("States.Runtime", fault.Error);
        Assert.Equal($"Invalid path '{path}' : {expected}", fault.Cause);
    }

    // E-003, I-003
    [Fact]
    public void PathNotFound_Always_QuotesFieldAndInput()
    {
        Fault fault = Faults.PathNotFound("$.no", "value.$", JsonValue.Parse("""{ "int-literal": 0 }"""));
        Assert.Equal("States.Runtime", fault.Error);
        Assert.Equal("The JSONPath '$.no' specified for the field 'value.$' could not be found in the input '{\"int-literal\":0}'", fault.Cause);
    }

    // I-002: AWS reports States.Runtime, not the specification's States.NoChoiceMatched.
    [Fact]
    public void NoChoiceMatched_Always_IsRuntime() => Assert.Equal("States.Runtime", Faults.NoChoiceMatched().Error);

    // I-004: nothing is recorded, so the specification's name stands.
    [Fact]
    public void IntrinsicFailure_Always_HasSpecifiedName()
    {
        Fault fault = Faults.IntrinsicFailure("States.ArrayLength($.a)", "No.");
        Assert.Equal("States.IntrinsicFailure", fault.Error);
        Assert.Equal("The function 'States.ArrayLength($.a)' had the following error: No.", fault.Cause);
    }

    // E-031
    [Fact]
    public void Timeout_Always_HasNoCause() => Assert.Equal(("States.Timeout", null), (Faults.Timeout().Error, Faults.Timeout().Cause));

    // E-021
    [Fact]
    public void QueryWrongType_Always_NamesTypeAndValue()
        => Assert.Equal(
            "The JSONata expression '$x' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'boolean' for value: true",
            Faults.QueryWrongType("$x", "Items", "array", true).Cause);

    [Fact]
    public void PathNotFound_InDataTooDeepForText_IsToldWithoutIt()
    {
        JsonValue deep = JsonValue.EmptyObject;
        for (int level = 0; level < JsonValue.MaxDepth; level++)
            deep = JsonValue.Object(new JsonProperty(Key.Of("a"), deep));

        const string Data = "(a value that nests deeper than 512 levels)";
        Assert.Equal($"The JSONPath '$.x' specified for the field 'x.$' could not be found in the input '{Data}'", Faults.PathNotFound("$.x", "x.$", deep).Cause);
        Assert.Equal($"Unable to apply ReferencePath $.a.b to input '{Data}'", Faults.ResultPathMatchFailure("$.a.b", deep).Cause);
        Assert.Equal($"Map state input must be an array but was: {Data}", Faults.MapInputNotArray(deep).Cause);
    }
}

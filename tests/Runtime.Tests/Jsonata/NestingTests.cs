using Compiled.Jsonata;
using Compiled.Values;
using Xunit;

namespace Compiled.Tests.Jsonata;

// FEATURES L-448: what an expression builds may nest deeper than any text; no operator may end the process over it.
public class NestingTests
{
    private static JsonValue Deep(int levels, bool isArray)
    {
        JsonValue value = 0;
        for (int i = 0; i < levels; i++)
        {
            value = isArray ? JsonValue.ArrayOf([value]) : JsonValue.ObjectOf([new JsonProperty(Key.Of("a"), value)]);
        }

        return value;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Operator_OnADeepValue_IsRefused(bool isArray)
    {
        JsonValue value = Deep(100_000, isArray), other = Deep(100_000, isArray);

        Assert.Equal("U1001", FunctionTest.Code(() => Comparisons.AreEqual(value, other)));
        Assert.Equal("U1001", FunctionTest.Code(() => Wildcards.Descendants(value, FunctionTest.Evaluation())));
        Assert.Equal("U1001", FunctionTest.Code(() => JsonataFunctions.String(value, default)));
        Assert.Equal("U1001", FunctionTest.Code(() => JsonataFunctions.Clone(value)));
        Assert.Equal("U1001", FunctionTest.Code(() => JsonataFunctions.Distinct(JsonValue.ArrayOf([.. Enumerable.Repeat(value, 20), other]))));
    }

    [Fact]
    public void Operator_OnADeepArray_IsRefused()
    {
        JsonValue array = Deep(100_000, isArray: true);

        Assert.Equal("U1001", FunctionTest.Code(() => Truth.Of(array)));
        Assert.Equal("U1001", FunctionTest.Code(() => Wildcards.Fields(array)));
    }

    [Fact]
    public void Operator_OnTheDeepestJson_Works()
    {
        JsonValue value = Deep(JsonValue.MaxDepth, isArray: true), other = Deep(JsonValue.MaxDepth, isArray: true);

        Assert.True(Comparisons.AreEqual(value, other));
        Assert.False(Truth.Of(value));
        Assert.Equal(value.ToString(), JsonataFunctions.String(value, default).AsString());
        Assert.Equal("0", Wildcards.Descendants(value, FunctionTest.Evaluation()).ToString());
    }
}

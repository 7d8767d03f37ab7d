using Compiled.Jsonata;
using Compiled.Values;
using Xunit;

namespace Compiled.Tests.Jsonata;

public class JsonataErrorTests
{
    [Fact]
    public void Of_DoubleBraces_WritesTheValueAsJson()
        => Assert.Equal("T0410: Argument 1 of function \"sum\" does not match function signature", JsonataError.Of("T0410", token: "sum", index: 1).ToString());

    [Fact]
    public void Of_TripleBraces_WritesTheTextItself()
        => Assert.Equal("T1005: Attempted to invoke a non-function. Did you mean $sum?", JsonataError.Of("T1005", token: "sum").ToString());

    [Fact]
    public void Of_TwoValues_WritesBoth()
        => Assert.Equal(
            "D3061: The power function has resulted in a value that cannot be represented as a JSON number: base=-2, exponent=0.1",
            JsonataError.Of("D3061", value: -2, second: 0.1).ToString());

    [Fact]
    public void Of_AuthorsMessage_IsTheWholeText() => Assert.Equal("D3137: Too {{dear}}", JsonataError.Of("D3137", message: "Too {{dear}}").ToString());

    [Fact]
    public void Of_BlankWithoutValue_IsUndefined() => Assert.Equal("D3030: Unable to cast value to a number: undefined", JsonataError.Of("D3030").ToString());

    [Fact]
    public void Of_ObjectAsValue_IsItsJsonWithAllDigits()
        => Assert.Equal(
            "T1003: Key in object structure must evaluate to a string; got: {\"a\":[0.30000000000000004]}",
            JsonataError.Of("T1003", value: JsonValue.Parse("{\"a\":[0.30000000000000004]}")).ToString());
}

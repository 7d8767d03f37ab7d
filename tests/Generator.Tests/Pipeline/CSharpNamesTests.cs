using Compiled.Generator.Pipeline;

namespace Compiled.Generator.Tests.Pipeline;

/// <summary>Names of files and states in C#.</summary>
public sealed class CSharpNamesTests
{
    [Theory]
    [InlineData("order", "Order")]
    [InlineData("order-fulfillment v2", "OrderFulfillmentV2")]
    [InlineData("Is it? / done & paid", "IsItDonePaid")]
    [InlineData("2nd try", "_2ndTry")]
    [InlineData("class", "Class")]
    [InlineData("größe", "Größe")]
    [InlineData("日本", "日本")]
    [InlineData("😀", "_")]
    public void Pascal_OfAnyName_IsAnIdentifier(string name, string expected)
    {
        Assert.Equal(expected, CSharpNames.Pascal(name));
        Assert.True(CSharpNames.IsQualifiedName(expected));
    }

    [Theory]
    [InlineData("Shop.Orders", true)]
    [InlineData("Shop..Orders", false)]
    [InlineData("", false)]
    [InlineData("Shop.1", false)]
    [InlineData("Shop-1", false)]
    public void IsQualifiedName_OfText_SaysWhetherCSharpAllowsIt(string text, bool expected) => Assert.Equal(expected, CSharpNames.IsQualifiedName(text));
}

using Compiled.Jsonata;
using Compiled.Values;

namespace Compiled.Tests.Jsonata;

/// <summary>Order-by, and what can be compared: FEATURES L-446.</summary>
public sealed class OrderTests
{
    [Fact]
    public void Sorting_EqualKeys_KeepTheirOrder()
    {
        var sorting = new Sorting(false);
        for (int i = 0; i < 100; i++)
        {
            sorting.Add(i, i % 3);
        }

        int[] expected = [.. Enumerable.Range(0, 100).OrderBy(i => i % 3)];
        Assert.Equal(expected, sorting.Order());
    }

    [Fact]
    public void Sorting_SecondTerm_DecidesWhereTheFirstDoesNot()
    {
        var sorting = new Sorting(true, false);
        sorting.Add("x", 1, "b");
        sorting.Add("y", 2, "c");
        sorting.Add("z", 1, "a");

        Assert.Equal("""["y","z","x"]""", sorting.ToValue().ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Sorting_ItemsWithoutAKey_ComeLast(bool isDescending)
    {
        var sorting = new Sorting(isDescending);
        sorting.Add("none", default(JsonValue));
        sorting.Add("one", 1);

        Assert.Equal("""["one","none"]""", sorting.ToValue().ToString());
    }

    [Theory]
    [InlineData("1", "\"a\"", "T2007")]
    [InlineData("true", "1", "T2008")]
    [InlineData("1", "null", "T2008")]
    public void Sorting_KeysThatCannotBeCompared_AreRefused(string first, string second, string code)
    {
        var sorting = new Sorting(false);
        sorting.Add("x", JsonValue.Parse(first));
        sorting.Add("y", JsonValue.Parse(second));

        Assert.Equal(code, Assert.Throws<JsonataException>(() => sorting.ToValue()).Code);
    }

    [Theory]
    [InlineData("1", "2", "true")]
    [InlineData("2", "10", "true")]
    [InlineData("\"2\"", "\"10\"", "false")]
    [InlineData("\"a\"", "\"B\"", "false")]
    public void Less_NumbersAndStrings_AreOrdered(string left, string right, string expected) =>
        Assert.Equal(expected, Comparisons.Less(JsonValue.Parse(left), JsonValue.Parse(right)).ToString());

    [Fact]
    public void Less_OfAMissingOperand_IsMissing() => Assert.True(Comparisons.Less(default, 1).IsMissing);

    [Theory]
    [InlineData("1", "\"a\"", "T2009")]
    [InlineData("[1]", "1", "T2010")]
    [InlineData("\"a\"", "null", "T2010")]
    public void Less_OtherOperands_AreRefused(string left, string right, string code) =>
        Assert.Equal(code, Assert.Throws<JsonataException>(() => Comparisons.Less(JsonValue.Parse(left), JsonValue.Parse(right))).Code);
}

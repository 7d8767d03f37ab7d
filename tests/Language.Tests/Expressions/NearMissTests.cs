using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

public sealed class NearMissTests
{
    private static readonly string[] s_states = ["Ship", "Reserve Stock", "Charge", "ChargeAgain", "A", "B"];

    [Theory]
    [InlineData("Shp", "Ship")]
    [InlineData("Shipp", "Ship")]
    [InlineData("Sihp", "Ship")]
    [InlineData("ship", "Ship")]
    [InlineData("ReserveStock", "Reserve Stock")]
    [InlineData("Reserve Stcok", "Reserve Stock")]
    [InlineData("ChargeAgian", "ChargeAgain")]
    [InlineData("Deliver", null)]
    [InlineData("C", null)]
    [InlineData("a", "A")]
    [InlineData("", null)]
    [InlineData("Ship", null)]
    public void Find_Name_GivesTheNearestCandidate(string name, string? expected) =>
        Assert.Equal(expected, NearMiss.Find(name, s_states));

    [Fact]
    public void Find_TwoEquallyNear_GivesTheFirst() => Assert.Equal("Load1", NearMiss.Find("Load", ["Load1", "Load2"]));

    [Fact]
    public void Find_HugeName_IsNull() => Assert.Null(NearMiss.Find(new string('x', 1_000_000), s_states));

    [Fact]
    public void Hint_NameNearAndFar_IsTheEndOfAMessage()
    {
        Assert.Equal("; did you mean 'Ship'?", NearMiss.Hint("Shp", s_states));
        Assert.Equal("", NearMiss.Hint("Nothing like it", s_states));
    }
}

using static Compiled.Rules.Tests.RuleAssert;

namespace Compiled.Rules.Tests.Sizes;

/// <summary>Rules on sizes. FEATURES L-079, L-213.</summary>
public sealed class SizeRuleTests
{
    [Fact]
    public void PayloadTooLarge_LiteralAboveTheLimit_IsReportedAtItsKey() => Only(
        OneState($$"""{"Type":"Pass","End":true,«"Result"»:"{{new string('x', 262_143)}}"}"""),
        "payload-too-large", "/States/A/Result", "'Result' of 'A' has 262145 bytes; a state may pass on at most 262144");

    [Fact]
    public void PayloadTooLarge_CharactersOfThreeBytes_AreCountedAsBytes() => All(
        OneState($$"""{"Type":"Pass","End":true,"Result":"{{new string('€', 90_000)}}"}"""), "payload-too-large /States/A/Result");

    [Fact]
    public void PayloadTooLarge_LiteralAtTheLimit_IsNotReported() => None(
        OneState($$"""{"Type":"Pass","End":true,"Result":"{{new string('x', 262_142)}}"}"""));
}

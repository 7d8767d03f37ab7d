namespace Compiled.Analyzers.Tests;

/// <summary>
/// Every rule whose page shows a definition, by Microsoft.CodeAnalysis.Testing: the wrong example is reported where <see cref="WrongExamples"/> says, with nothing
/// beside it, and the right one, which is nearly the same, is not. L-460 to L-468.
/// </summary>
public sealed class RulePageTests
{
    // The definition is of an Express machine.
    private static readonly string[] s_express = ["ASL2503"];

    /// <summary>The ids of the rules whose examples are definitions.</summary>
    public static TheoryData<string> Ids => [.. WrongExamples.Expected.Keys];

    [Fact]
    public void Pages_WithoutADefinition_AreTestedElsewhere() =>
        Assert.Equal(RulePage.Ids, WrongExamples.Expected.Keys.Concat(GeneratedRuleTests.Ids).Concat(CSharpRuleTests.Ids).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task WrongExample_OfARule_IsReportedWhereItIsWrong(string id)
    {
        string expected = WrongExamples.Expected[id];

        Assert.Contains(id, expected, StringComparison.Ordinal);
        await TestOf(id, "Wrong").Expect(expected, RulePage.SeverityOf).RunAsync();
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task RightExample_OfARule_IsNotReported(string id) =>
        await TestOf(id, "Right").Expect(WrongExamples.BesideRight.GetValueOrDefault(id, ""), RulePage.SeverityOf).RunAsync();

    private static DefinitionTest TestOf(string id, string section)
    {
        DefinitionTest test = new DefinitionTest().With(RulePage.Of(id).Definition(section)!);
        return s_express.Contains(id) ? test.WithMetadata("CompiledType", "Express") : test;
    }
}

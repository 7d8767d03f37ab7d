namespace Compiled.Analyzers.Tests;

/// <summary>Rules about sizes, whose examples are too long for a page, each at its limit and one beyond it.</summary>
public sealed class GeneratedRuleTests
{
    private const int LargestDefinition = 1024 * 1024;
    private const int LargestPayload = 256 * 1024;
    private const int DeepestValue = 256;

    /// <summary>The ids of the rules.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["ASL1004", "ASL2601", "ASL2602"];

    [Fact]
    public async Task TooDeeplyNested_BeyondTheDeepestValue_IsReportedAtTheBracket()
    {
        // The definition, its States, the state and its Result are four of the levels.
        string before = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Result":""";
        int column = before.Length + DeepestValue - 3 + 1;

        await new DefinitionTest().With(Nested(DeepestValue - 3)).RunAsync();
        await new DefinitionTest().With(Nested(DeepestValue - 2)).Expect($"ASL1004 1:{column}-1:{column + 1}", RulePage.SeverityOf).RunAsync();

        string Nested(int levels) => before + new string('[', levels) + new string(']', levels) + "}}}";
    }

    [Fact]
    public async Task DefinitionTooLarge_BeyondOneMebibyte_IsReportedAtTheBeginning()
    {
        await new DefinitionTest().With(Sized(LargestDefinition)).RunAsync();
        await new DefinitionTest().With(Sized(LargestDefinition + 1)).Expect("ASL2601 1:1-1:2", RulePage.SeverityOf).RunAsync();

        static string Sized(int length)
        {
            const string before = "{\"Comment\":\"", after = "\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}";
            return before + new string('x', length - before.Length - after.Length) + after;
        }
    }

    [Fact]
    public async Task PayloadTooLarge_BeyondAQuarterMebibyte_IsReportedAtTheField()
    {
        string before = """{"StartAt":"A","States":{"A":{"Type":"Pass","End":true,"Result":""";

        await new DefinitionTest().With(Sized(LargestPayload)).RunAsync();
        await new DefinitionTest().With(Sized(LargestPayload + 1)).Expect($"ASL2602 1:{before.Length - 8}-1:{before.Length}", RulePage.SeverityOf).RunAsync();

        // The quotes of a text count.
        string Sized(int length) => before + '"' + new string('x', length - 2) + "\"}}}";
    }
}

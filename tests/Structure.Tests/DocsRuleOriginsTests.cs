using System.Text.RegularExpressions;
using Compiled.Language.Faults;

namespace Structure.Tests;

/// <summary>Each rule that we set out to have stands in the index of the rules with its faults, and each fault there is has its page.</summary>
public sealed partial class DocsRuleOriginsTests
{
    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(DocsRulePage.Folder, "README.md"));

    private static readonly string[] s_rows = [.. s_lines.SkipWhile(line => line != "## What other tools check").Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains("](ASL", StringComparison.Ordinal))];

    [Fact]
    public void Origins_Rows_NameFaultsOfTheirKinds()
    {
        Assert.All(s_rows, row =>
        {
            string[] ids = [.. Link().Matches(row).Select(match => match.Groups[1].Value)];
            string kinds = row.Split(" | ")[^2];
            Assert.NotEmpty(ids);
            Assert.All(ids, id => Assert.Contains(id, DocsRulePage.Ids));
            if (kinds != "–")
                Assert.Equal(kinds.Split(", ").Order(StringComparer.Ordinal), ids.Select(id => FaultCatalog.Find(id)!.Kind).Distinct().Order(StringComparer.Ordinal));
        });
        Assert.True(s_rows.Length > 150, $"{s_rows.Length} rows");
    }

    [DocsInventoryFact]
    public void Origins_Rows_AreThoseOfTheRules()
    {
        string text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(DocsInventoryFactAttribute.Inventory)!, "RULES.md"));
        string[] parts = text.Split("## 2. Rules that none");
        IEnumerable<string> rules = parts[0].Split('\n').Where(line => Cells(line).Length >= 8).Concat(parts[1].Split('\n').Where(line => Cells(line).Length == 5))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => Cells(line)[0]).Where(name => name is not ("rule" or "idea"));

        Assert.Equal(rules, s_rows.Select(row => Cells(row)[0]));
    }

    private static string[] Cells(string line) => [.. Bar().Split(line.Trim().Trim('|')).Select(cell => cell.Trim())];

    [GeneratedRegex(@"\]\((ASL\d{4})\.md\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}

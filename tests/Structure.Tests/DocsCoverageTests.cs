namespace Structure.Tests;

/// <summary>Each feature of the inventory stands in one row of <c>docs/coverage.md</c>.</summary>
public sealed class DocsCoverageTests
{
    private static readonly string[] s_states = ["works", "partly", "not yet"];

    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "coverage.md"));

    private static readonly (string[] Ids, string State)[] s_rows =
    [
        .. from line in s_lines
           let cells = line.Split('|').Select(cell => cell.Trim()).ToArray()
           where cells.Length >= 5 && DocsFeatureIds.Expand(cells[1]).Any()
           select (DocsFeatureIds.Expand(cells[1]).ToArray(), cells[2]),
    ];

    [Fact]
    public void Coverage_Ids_AreThoseOfTheInventory()
    {
        string[] ids = [.. s_rows.SelectMany(row => row.Ids)];

        Assert.Empty(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Equal(DocsFeatureIds.All.Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Coverage_States_AreOneOfThree() => Assert.All(s_rows, row => Assert.Contains(row.State, s_states));

    [Theory]
    [InlineData("works")]
    [InlineData("partly")]
    [InlineData("not yet")]
    public void Coverage_Counts_AreThoseOfTheRows(string state)
    {
        ILookup<bool, string> ids = s_rows.Where(row => row.State == state).SelectMany(row => row.Ids).ToLookup(id => id[0] == 'E');

        string expected = $"| {state} | {ids[false].Count()} | {ids[true].Count()} |";
        Assert.Contains(s_lines, line => line.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Inventory_Features_Are526() => Assert.Equal(526, DocsFeatureIds.All.Count(id => id[0] != 'E'));

    [DocsInventoryFact]
    public void Inventory_Ids_AreThoseOfTheFile()
    {
        IEnumerable<string> read = DocsFeatureIds.Read(File.ReadAllText(DocsInventoryFactAttribute.Inventory));

        Assert.Equal(read.Order(StringComparer.Ordinal), DocsFeatureIds.All.Order(StringComparer.Ordinal));
    }
}

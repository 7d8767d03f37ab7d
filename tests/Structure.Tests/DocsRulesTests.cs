using Compiled.Language.Faults;

namespace Structure.Tests;

/// <summary>Each rule has a page, and each page says what the catalog and the rules say.</summary>
public sealed class DocsRulesTests
{
    public static TheoryData<string> Ids => [.. FaultCatalog.All.Select(row => row.Id)];

    [Fact]
    public void Pages_Ids_AreThoseOfTheCatalog() =>
        Assert.Equal(FaultCatalog.All.Select(row => row.Id).Order(StringComparer.Ordinal), DocsRulePage.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_Head_HasKindSeverityAndTitle(string id)
    {
        FaultDescriptor row = FaultCatalog.Find(id)!;
        DocsRulePage page = new(id);

        Assert.Equal($"# {row.Id}: {row.Kind}", page.Lines[0]);
        Assert.Equal($"**{row.DefaultSeverity}.** {row.Title}.", page.Lines[2]);
        Assert.InRange(page.Lines.Count, 1, 39);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_Sections_ShowBothFormsAndHowToSilence(string id)
    {
        DocsRulePage page = new(id);

        Assert.Equal(["Wrong", "Right", "To silence it"], page.Sections);
        Assert.Contains(id, page.Section("To silence it"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_Definitions_HaveTheFaultOnlyWhereWrong(string id)
    {
        DocsRulePage page = new(id);

        if (page.Definition("Wrong") is { } wrong)
            Assert.Contains(DocsRulePage.FaultsOf(wrong), found => found.Contains(id));
        if (page.Definition("Right") is not { } right)
            return;
        // What is right in the language may still be of a part that is not compiled; only that rule's own page may not show it. What waits
        // or calls back may be right in machines of one type only.
        IReadOnlyList<IReadOnlySet<string>> faults = DocsRulePage.FaultsOf(right);
        Assert.DoesNotContain(faults, found => found.Contains(id));
        Assert.Contains(faults, found => found.All(other => other == CompilerFaults.Unsupported.Id));
    }

    [Fact]
    public void Index_Rows_AreThoseOfTheCatalog()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(DocsRulePage.Folder, "README.md")).Where(line => line.StartsWith("| [ASL", StringComparison.Ordinal))];

        Assert.Equal(
            FaultCatalog.All.OrderBy(row => row.Id, StringComparer.Ordinal)
                .Select(row => $"| [{row.Id}]({row.Id}.md) | {row.Kind} | {row.DefaultSeverity} | {row.Title} |"),
            rows);
    }
}

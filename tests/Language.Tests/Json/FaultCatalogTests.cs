using Compiled.Language.Faults;

namespace Compiled.Language.Tests.Json;

public sealed class FaultCatalogTests
{
    [Fact]
    public void All_Rows_HaveUniqueWellFormedIdsAndKinds()
    {
        Assert.Equal(FaultCatalog.All.Count, FaultCatalog.All.Select(row => row.Id).Distinct().Count());
        Assert.All(FaultCatalog.All, row =>
        {
            Assert.Matches("^ASL[1-3][0-9]{3}$", row.Id);
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", row.Kind);
            Assert.DoesNotMatch("(?i)invalid|please|failed to|!", row.Title);
        });
    }

    [Fact]
    public void Find_KnownAndUnknownId_GivesRowOrNull()
    {
        Assert.Same(JsonFaults.InvalidJson, FaultCatalog.Find("ASL1001"));
        Assert.Null(FaultCatalog.Find("ASL0000"));
    }
}

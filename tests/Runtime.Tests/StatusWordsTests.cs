using Compiled.MapRuns;

namespace Compiled.Runtime.Tests;

/// <summary>AWS's words for how executions and Map Runs stand. FEATURES X-020.</summary>
public sealed class StatusWordsTests
{
    [Fact]
    public void Words_OfExecutions_AreReadAsTheyAreWritten()
    {
        ExecutionStatus[] all = Enum.GetValues<ExecutionStatus>();

        Assert.Equal(StatusWords.All, all.Select(StatusWords.Of));
        Assert.Equal(all.Cast<ExecutionStatus?>(), StatusWords.All.Select(StatusWords.Parse));
        Assert.Null(StatusWords.Parse("running"));
        Assert.Null(StatusWords.Parse(null));
    }

    [Fact]
    public void Words_OfMapRuns_AreAwss()
        => Assert.Equal(["RUNNING", "SUCCEEDED", "FAILED", "ABORTED"], Enum.GetValues<MapRunStatus>().Select(StatusWords.Of));
}

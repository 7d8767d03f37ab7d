using Conformance.Fuzzing;

namespace Conformance.Tests.Fuzzing;

/// <summary>A small run of <c>fuzz</c>, the same every time; the command does larger ones.</summary>
public sealed class FuzzerTests
{
    [Fact]
    public async Task Fuzzer_FixedSeed_FindsNoDifference()
    {
        // Under a test's own synchronization context no path is taken.
        FuzzReport report = await Task.Run(() => Fuzzer.RunAsync(machines: 30, inputs: 10, seed: 7));

        Assert.Empty(report.Differences);
        Assert.Equal(300, report.Pairs);
        Assert.True(report.Count(FuzzEnding.InsideWithoutTask) > 10, string.Join('\n', report.Lines()));
        Assert.True(report.Count(FuzzEnding.InsideWithTasks) > 5, string.Join('\n', report.Lines()));
        Assert.True(report.Count(FuzzEnding.LeftBeforeTask) > 5, string.Join('\n', report.Lines()));
        Assert.True(report.Count(FuzzEnding.LeftAtFailure) + report.Count(FuzzEnding.LeftAfterReply) > 5, string.Join('\n', report.Lines()));
    }

    [Fact]
    public void Machine_SameSeed_IsTheSame()
    {
        Assert.Equal(FuzzMachine.Of(3, 5).Source, FuzzMachine.Of(3, 5).Source);
        Assert.NotEqual(FuzzMachine.Of(3, 5).Source, FuzzMachine.Of(4, 5).Source);
        Assert.Equal(FuzzPair.Of(3, 5, 1), FuzzPair.Of(3, 5, 1));
    }
}

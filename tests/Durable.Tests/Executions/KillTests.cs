using Crash;

namespace Durable.Tests.Executions;

/// <summary>A process with fifty running executions, killed again and again. FEATURES X-030.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Process_KilledTwentyTimes_LosesDoublesAndTearsNothing()
    {
        using StringWriter output = new();
        int code = await Driver.RunAsync(20, seed: 5, output);
        Assert.True(code == 0, output.ToString());
    }
}

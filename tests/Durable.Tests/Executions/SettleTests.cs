using Compiled;
using Compiled.Durable;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>When nothing goes on but waiting, on a virtual clock. FEATURES M-034.</summary>
public sealed class SettleTests
{
    [Fact]
    public async Task Settle_WhenWorkBeginsBetweenItsLooks_WaitsForIt()
    {
        await using Host host = new Host().Add("M", """{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}}""");
        int looks = 0;
        Task<StartedExecution>? started = null;

        // It is asked for the others after it has looked at the work that goes on in the host.
        await host.Executions.SettleAsync(() =>
        {
            if (looks++ == 0)
                started = host.Executions.StartAsync("M", JsonValue.Parse("{}"u8));
            return 0;
        });

        Assert.True(looks > 1);
        Assert.Equal(ExecutionStatus.Succeeded, host.Executions.Describe((await started!).ExecutionArn).Status);
    }
}

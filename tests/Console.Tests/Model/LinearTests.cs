using Compiled.Durable;
using Compiled.WebConsole.Model;
using Console.Tests.Host;

namespace Console.Tests.Model;

/// <summary>What long histories cost grows as they do: counted in bytes, which unlike times are the same on every machine.</summary>
public sealed class LinearTests
{
    [Fact]
    public async Task Model_OfFourTimesTheEvents_AllocatesFourTimesAsMuch()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Loop", Samples.Loop);
        IReadOnlyList<EventOutline> few = await EventsAsync(host, 1000), many = await EventsAsync(host, 4000);
        Allocated(few);

        double perFew = (double)Allocated(few) / few.Count, perMany = (double)Allocated(many) / many.Count;

        Assert.InRange(many.Count, 16_000, 16_020);
        // Lists double as they grow, so that one may be just before and the other just behind a doubling.
        Assert.InRange(perMany / perFew, 0.5, 1.5);
    }

    [Fact]
    public async Task Model_CaughtUpEventByEvent_ReadsEachEventOnce()
    {
        await using ConsoleHost host = await ConsoleHost.StartAsync();
        await host.CreateAsync("Loop", Samples.Loop);
        string arn = await host.RunExecutionAsync("Loop", """{"n":500}""");
        ExecutionModels models = new(host.Executions.Reader);
        ExecutionModel first = models.Use(arn, static model => model);
        int events = first.Events.Count;

        Assert.Same(first, models.Use(arn, static model => model));
        Assert.Equal(events, models.Use(arn, static model => model.Events.Count));
        Assert.Empty(host.Executions.Reader.ReadEvents(arn, events + 1, 10));
        Assert.Single(host.Executions.Reader.ReadEvents(arn, events, 10));
    }

    private static long Allocated(IReadOnlyList<EventOutline> events)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        ExecutionModel model = new();
        foreach (EventOutline e in events)
            model.Append(in e);
        ExecutionOverlay.Of(model, new Dictionary<string, int>());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<IReadOnlyList<EventOutline>> EventsAsync(ConsoleHost host, int n)
        => host.Executions.Reader.ReadOutlines(await host.RunExecutionAsync("Loop", FormattableString.Invariant($"{{\"n\":{n}}}")), 1, 100_000);
}

using System.Buffers;
using System.Text;
using Compiled;
using Compiled.Hosting;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>Outputs that are written to a place of the caller's.</summary>
public sealed class OutputTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Outputs_OfAStart_AreWrittenAndNotKept(bool isFromBytes, bool waits)
    {
        List<string> told = [];
        ArrayBufferWriter<byte> written = new();
        await using Host host = new Host(new ExpressHostOptions
        {
            Outputs = execution =>
            {
                told.Add($"where {execution.Name}");
                return written;
            },
            Ended = (execution, result) => told.Add($"ended {execution.Name} {Encoding.UTF8.GetString(written.WrittenSpan)}"),
        }).Add(Echoing(waits));

        ExecutionResult result = await (await StartAsync(host, isFromBytes, "mine")).Ended;

        Assert.Equal(["where mine", $"ended mine {PartsWorkflow.Output(1)}"], told);
        Assert.Equal((ExecutionStatus.Succeeded, true, true), (result.Status, result.Output.IsMissing, result.OutputUtf8.IsEmpty));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_ThatGiveNoPlace_AreKept(bool isFromBytes)
    {
        await using Host host = new Host(new ExpressHostOptions { Outputs = static _ => null }).Add(Echoing(waits: false));

        Assert.Equal(PartsWorkflow.Output(1), Encoding.UTF8.GetString((await (await StartAsync(host, isFromBytes, null)).Ended).OutputUtf8.Span));
    }

    [Fact]
    public async Task Outputs_OfAFailure_AreNotAskedFor()
    {
        await using Host host = new Host(new ExpressHostOptions { Outputs = static _ => throw new InvalidOperationException("asked") }).Add(new FailsWorkflow());

        Assert.Equal("Refused", (await (await host.StartAsync("Fails", "1"u8.ToArray().AsMemory())).Ended).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Outputs_ThatCannotBeWritten_BreakTheExecutionOffAndNoOther(bool isFromBytes)
    {
        FullWriter full = new();
        Kept queue = new();
        await using Host host = new Host(new ExpressHostOptions { Queue = queue, WorkerCount = 1, Outputs = execution => execution.Name == "full" ? full : null }).Add(Echoing(waits: false));

        for (int number = 0; number < 3; number++)
        {
            ExpressExecution broken = await StartAsync(host, isFromBytes, "full");
            ExpressExecution next = await StartAsync(host, isFromBytes, "next");
            Assert.Equal("full", (await Assert.ThrowsAsync<InvalidOperationException>(() => broken.Ended)).Message);
            Assert.Equal(PartsWorkflow.Output(1), (await next.Ended).Output.ToString());
        }

        Assert.True((await host.StopAsync()).IsDrained);
        Assert.Equal(["full", "full", "full"], queue.Starts.Values.Select(static start => start.Name));
    }

    private static PartsWorkflow Echoing(bool waits) => new(async (input, _) =>
    {
        if (waits)
            await Task.Yield();
        return input;
    });

    private static ValueTask<ExpressExecution> StartAsync(Host host, bool isFromBytes, string? name) => isFromBytes
        ? host.StartAsync("Parts", Encoding.UTF8.GetBytes(PartsWorkflow.Input(1)).AsMemory(), name)
        : host.StartAsync("Parts", JsonValue.Parse(PartsWorkflow.Input(1)), name);

    private sealed class Kept : IStartQueue
    {
        public SortedDictionary<long, KeptStart> Starts { get; } = [];

        public IReadOnlyList<KeptStart> Left => [];

        public ValueTask<long> AddAsync(KeptStart start)
        {
            lock (Starts)
            {
                long number = Starts.Count == 0 ? 1 : Starts.Keys.Last() + 1;
                Starts.Add(number, start);
                return new(number);
            }
        }

        public void Remove(long number)
        {
            lock (Starts)
                Starts.Remove(number);
        }
    }
}

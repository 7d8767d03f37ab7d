using System.Text;
using System.Text.Json;
using Compiled;
using Compiled.Hosting;
using Compiled.Tasks.Nested;
using Compiled.Testing;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>Starts from JSON text, which is needed no longer than the call lasts. FEATURES .</summary>
public sealed class BytesTests
{
    // Memory is lent to texts that are not short.
    private static readonly string s_pad = new(' ', 300);

    [Fact]
    public async Task Start_FromBytes_IsTheStartFromTheValue()
    {
        VirtualTimeProvider clock = new();
        Assert.Equal(
            await RunAsync(static (host, input) => host.StartAsync("Parts", JsonValue.Parse(input.Span), "mine")),
            await RunAsync(static (host, input) => host.StartAsync("Parts", input, "mine")));

        async Task<string> RunAsync(Func<Host, ReadOnlyMemory<byte>, ValueTask<ExpressExecution>> start)
        {
            List<string> told = [];
            await using Host host = new Host(new ExpressHostOptions { Execution = new ExecutionOptions { TimeProvider = clock, Seed = 7 } }).Add(new PartsWorkflow((input, context) =>
            {
                told.Add($"{context.ExecutionArn} {context.ExecutionName} {context.IdempotencyKey} {context.Options.Name} {context.Options.Seed} {input}");
                return new(input);
            }));
            ExpressExecution execution = await start(host, Utf8(PartsWorkflow.Input(1)));
            ExecutionResult result = await execution.Ended;
            return string.Join('\n', [.. told, execution.ExecutionArn, execution.Name, result.ExecutionArn, result.Name, $"{execution.StartDate:O}", Told(result)]);
        }
    }

    [Fact]
    public async Task Output_FromBytes_IsTextAndValue()
    {
        await using Host host = Echoing();

        ExecutionResult result = await (await host.StartAsync("Parts", Utf8(PartsWorkflow.Input(1)))).Ended;

        Assert.Equal(PartsWorkflow.Output(1), Encoding.UTF8.GetString(result.OutputUtf8.Span));
        Assert.Equal(JsonValue.Parse(PartsWorkflow.Output(1)), result.Output);
        Assert.Equal(JsonValue.Parse(PartsWorkflow.Output(1)), result.EnsureSucceeded());
        Assert.Equal(PartsWorkflow.Output(1), Encoding.UTF8.GetString(result.OutputUtf8.Span));
    }

    [Fact]
    public async Task Bytes_UsedAgainAfterTheCall_HarmNothing()
    {
        List<JsonValue> kept = [];
        List<ExpressExecution> executions = [];
        TaskCompletionSource gate = new();
        byte[] bytes = new byte[1024];
        int calls = 0;
        await using Host host = new Host(new ExpressHostOptions { WorkerCount = 1 }).Add(new PartsWorkflow(async (input, _) =>
        {
            // The first call waits, so that its execution leaves the path with the whole input; all others end at once.
            if (Interlocked.Increment(ref calls) == 1)
                await gate.Task;
            lock (kept)
                kept.Add(input);
            return input;
        }));
        ExpressExecution waiting = await StartAsync(0);
        while (host.WaitingCount == 0)
            await Task.Yield();
        for (int number = 1; number <= 200; number++)
            executions.Add(await StartAsync(number));
        ExecutionResult[] results = await Task.WhenAll(executions.Select(static execution => execution.Ended));
        gate.SetResult();
        ExecutionResult last = await waiting.Ended;

        Assert.Equal(Enumerable.Range(1, 200).Select(PartsWorkflow.Output), results.Select(static result => result.Output.ToString()));
        Assert.Equal(PartsWorkflow.Output(0), last.Output.ToString());
        Assert.Equal(
            Enumerable.Range(0, 201).SelectMany(static number => new[] { PartsWorkflow.First(number), PartsWorkflow.Second(number) }).Order(StringComparer.Ordinal),
            kept.Select(static value => value.ToString()).Order(StringComparer.Ordinal));

        async Task<ExpressExecution> StartAsync(int number)
        {
            int length = Encoding.UTF8.GetBytes(PartsWorkflow.Input(number) + s_pad, bytes);
            ValueTask<ExpressExecution> start = host.StartAsync("Parts", bytes.AsMemory(0, length));
            Array.Fill(bytes, (byte)'!');
            return await start;
        }
    }

    [Fact]
    public async Task Starts_ThatQueueBeyondTheMemoryThatIsLent_AreEachTheirOwn()
    {
        const int Count = 600;
        List<JsonValue> kept = [];
        TaskCompletionSource isBusy = new(TaskCreationOptions.RunContinuationsAsynchronously), areQueued = new();
        await using Host host = new Host(new ExpressHostOptions { WorkerCount = 1, QueueCapacity = Count }).Add(new PartsWorkflow((input, _) =>
        {
            // The one worker is held, not the execution alone.
            isBusy.TrySetResult();
            areQueued.Task.GetAwaiter().GetResult();
            kept.Add(input);
            return new(input);
        }));
        List<ExpressExecution> executions = [];

        // The second time lent memory is used again, and what was kept of the first stays.
        for (int round = 0; round < 2; round++)
        {
            executions.Add(await StartAsync(executions.Count));
            await isBusy.Task;
            for (int started = 1; started < Count; started++)
                executions.Add(await StartAsync(executions.Count));
            Assert.True(round > 0 || host.QueuedCount == Count - 1);
            areQueued.TrySetResult();
            await Task.WhenAll(executions.Select(static execution => execution.Ended));
        }

        Assert.Equal(Enumerable.Range(0, 2 * Count).Select(PartsWorkflow.Output), await Task.WhenAll(executions.Select(static async execution => (await execution.Ended).Output.ToString())));
        Assert.Equal(Enumerable.Range(0, 2 * Count).SelectMany(static number => new[] { PartsWorkflow.First(number), PartsWorkflow.Second(number) }), kept.Select(static value => value.ToString()));

        async Task<ExpressExecution> StartAsync(int number) => await host.StartAsync("Parts", Utf8(PartsWorkflow.Input(number) + s_pad));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nul")]
    [InlineData("{\"in\":{\"id\":1,\"list\":[]}} x")]
    [InlineData("{\"in\":{\"id\":1,\"list\":[1,]}}")]
    [InlineData("{\"x\":01,\"in\":{\"id\":1,\"list\":[]}}")]
    [InlineData("{\"x\":\"\t\",\"in\":{\"id\":1,\"list\":[]}}")]
    [InlineData("\uFEFF{}")]
    public async Task Start_NoJson_IsRefusedAtOnce(string text)
    {
        await using Host host = Echoing();
        JsonException expected = Assert.Throws<JsonException>(() => JsonValue.Parse(Encoding.UTF8.GetBytes(text)));

        JsonException refusal = await Assert.ThrowsAsync<JsonException>(async () => await host.StartAsync("Parts", Utf8(text)));

        Assert.Equal((expected.Message, expected.LineNumber, expected.BytePositionInLine), (refusal.Message, refusal.LineNumber, refusal.BytePositionInLine));
        Assert.Equal((0, 0), (host.QueuedCount, host.RunningCount));
        Assert.True((await host.StopAsync()).IsDrained);
    }

    [Fact]
    public async Task Start_NoUtf8_IsRefusedAtOnce()
    {
        await using Host host = Echoing();

        await Assert.ThrowsAsync<JsonException>(async () => await host.StartAsync("Parts", new byte[] { (byte)'"', 0xFF, (byte)'"' }.AsMemory()));
    }

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public async Task Start_Deep_IsRefusedAboveTheLimit(int levels, bool isRead)
    {
        await using Host host = Echoing();
        string deep = $$$"""{"x":{{{new string('[', levels - 1)}}}{{{new string(']', levels - 1)}}},"in":{"id":1,"list":[]}}""";

        if (isRead)
            Assert.Equal("""{"id":1,"first":{"id":1,"list":[],"k":1.0},"second":[]}""", (await (await host.StartAsync("Parts", Utf8(deep))).Ended).Output.ToString());
        else
            await Assert.ThrowsAsync<JsonException>(async () => await host.StartAsync("Parts", Utf8(deep)));
    }

    // What the fast path is left for: no object, no part, escaped and equal names, a path that leads nowhere, inputs and parts above 256 KiB.
    public static TheoryData<string, string> Unusual => new()
    {
        { "null", "null" },
        { "scalar", " 5 " },
        { "array", "[1, 2]" },
        { "nothing", "{ }" },
        { "no part", """{ "y": 1 }""" },
        { "escaped", """{"\u0069n":{"id":"e","list":[1]}}""" },
        { "equal", """{"in":{"id":"a","list":[1],"id":"b"},"x":1,"x":2}""" },
        { "equal inside", """{"in":{"id":{"a":1,"a":2},"list":[]}}""" },
        { "path", """{"in":{"id":"a"}}""" },
        { "large text", $$$"""{"x":"{{{new string('x', 300_000)}}}","in":{"id":"a","list":[1]}}""" },
        { "large part", $$$"""{"in":{"id":"a","list":["{{{new string('x', 300_000)}}}"]}}""" },
    };

    [Theory]
    [MemberData(nameof(Unusual))]
    public async Task Start_UnusualInput_EndsAsFromTheValue(string name, string text)
    {
        Assert.NotEmpty(name);
        await using Host host = Echoing();

        ExecutionResult fromBytes = await (await host.StartAsync("Parts", Utf8(text))).Ended;
        ExecutionResult fromValue = await (await host.StartAsync("Parts", JsonValue.Parse(text))).Ended;

        Assert.Equal(Told(fromValue), Told(fromBytes));
    }

    // Of a compact text of some length the parts stay where they were read, and the whole is read again where a reply comes late.
    [Theory]
    [InlineData(100, false)]
    [InlineData(300, false)]
    [InlineData(300, true)]
    [InlineData(4000, false)]
    [InlineData(5000, true)]
    public async Task Start_InputOfItsOwn_EndsAsFromTheValue(int length, bool isIndented)
    {
        bool isLate = false;
        await using Host host = new Host().Add(new QueriedWorkflow(async (input, _) =>
        {
            if (isLate)
                await Task.Yield();
            return input;
        }));
        string text = $$$"""{"x":"{{{new string('x', length)}}}","in":{"id":"a","list":[1,{"n":2.5}]},"y":12345678}""";
        string given = isIndented ? text.Replace(",", " ,\n ", StringComparison.Ordinal) : text;
        JsonValue expected = JsonValue.Parse("""{"id":"a","first":{"id":"a","list":[1,{"n":2.5}]}}""");

        // Where a text had whitespace the next one is copied.
        foreach (string input in (string[])[given, given, given, text, text, text])
        {
            Assert.Equal(expected, (await (await host.StartAsync("Queried", Utf8(input))).Ended).Output);
            isLate = !isLate;
        }
    }

    [Fact]
    public async Task Failure_FromBytes_IsToldAsFromTheValue()
    {
        await using Host host = new Host().Add(new PartsWorkflow(static (_, _) => throw new InvalidOperationException("no"))).Add(new FailsWorkflow());

        foreach (string machine in (string[])["Parts", "Fails"])
        {
            ExecutionResult fromBytes = await (await host.StartAsync(machine, Utf8(PartsWorkflow.Input(1)))).Ended;
            ExecutionResult fromValue = await (await host.StartAsync(machine, JsonValue.Parse(PartsWorkflow.Input(1)))).Ended;

            Assert.Equal(ExecutionStatus.Failed, fromBytes.Status);
            Assert.True(fromBytes.OutputUtf8.IsEmpty);
            Assert.Equal(Told(fromValue), Told(fromBytes));
        }
    }

    [Fact]
    public async Task Start_MachineUnknown_IsRefusedBeforeTheInputIsRead()
    {
        await using Host host = new();

        Assert.Equal(
            "State Machine Does Not Exist: 'Echo'",
            (await Assert.ThrowsAsync<ExecutionServiceException>(async () => await host.StartAsync("Echo", Utf8("{")))).Message);
    }

    private static Host Echoing() => new Host().Add(new PartsWorkflow(static (input, _) => new(input)));

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Told(ExecutionResult result) => $"{result.Status} {result.Output} {Encoding.UTF8.GetString(result.OutputUtf8.Span)} {result.Error} {result.Cause} {result.EventCount}";
}

using System.Buffers;
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

/// <summary>Synchronous executions from JSON text. FEATURES X-032.</summary>
public sealed class RunBytesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_FromBytes_IsTheRunFromTheValue(bool waits)
    {
        VirtualTimeProvider clock = new();
        Assert.Equal(
            await ToldAsync(static host => host.RunAsync("Parts", JsonValue.Parse(PartsWorkflow.Input(1)), "mine")),
            await ToldAsync(static host => host.RunAsync("Parts", Utf8(PartsWorkflow.Input(1)), name: "mine")));

        async Task<string> ToldAsync(Func<Host, ValueTask<ExecutionResult>> run)
        {
            List<string> told = [];
            await using Host host = new Host(new ExpressHostOptions { Execution = new ExecutionOptions { TimeProvider = clock, Seed = 7 } }).Add(new PartsWorkflow(async (input, context) =>
            {
                told.Add($"{context.ExecutionArn} {context.ExecutionName} {context.IdempotencyKey} {context.Options.Seed} {input}");
                if (waits)
                    await Task.Yield();
                return input;
            }));
            ExecutionResult result = await OnThePath(() => run(host));
            return string.Join('\n', [.. told, result.ExecutionArn, result.Name, Told(result)]);
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Output_GivenAPlace_IsWrittenThereAndNotKept(bool waits, bool isFromParts)
    {
        await using Host host = new Host().Add(Echoing(waits)).Add(new EchoWorkflow());
        ArrayBufferWriter<byte> output = new();
        string input = PartsWorkflow.Input(1);

        ExecutionResult result = await OnThePath(() => host.RunAsync(isFromParts ? "Parts" : "Echo", Utf8(input), output));

        Assert.Equal(isFromParts ? PartsWorkflow.Output(1) : JsonValue.Parse(input).ToString(), Encoding.UTF8.GetString(output.WrittenSpan));
        Assert.Equal((ExecutionStatus.Succeeded, true, true), (result.Status, result.Output.IsMissing, result.OutputUtf8.IsEmpty));
    }

    [Fact]
    public async Task Output_OfAFailure_IsNotWritten()
    {
        await using Host host = new Host().Add(new FailsWorkflow());
        ArrayBufferWriter<byte> output = new();

        ExecutionResult result = await host.RunAsync("Fails", Utf8("1"), output);

        Assert.Equal(("Refused", 0), (result.Error, output.WrittenCount));
    }

    [Fact]
    public async Task Output_ThatCannotBeWritten_IsTheCallersFailureAndHoldsNothingUp()
    {
        await using Host host = new Host().Add(Echoing(waits: false));

        for (int number = 0; number < 3; number++)
            await Assert.ThrowsAsync<InvalidOperationException>(() => OnThePath(() => host.RunAsync("Parts", Utf8(PartsWorkflow.Input(1)), new FullWriter())));

        Assert.Equal(PartsWorkflow.Output(1), (await host.RunAsync("Parts", Utf8(PartsWorkflow.Input(1)))).Output.ToString());
        Assert.Equal(0, host.RunningCount);
        Assert.True((await host.StopAsync()).IsDrained);
    }

    [Fact]
    public async Task Bytes_UsedAgainAfterTheCall_HarmNothing()
    {
        TaskCompletionSource gate = new();
        await using Host host = new Host().Add(new PartsWorkflow(async (input, _) =>
        {
            await gate.Task;
            return input;
        }));
        byte[] bytes = Encoding.UTF8.GetBytes(PartsWorkflow.Input(1) + new string(' ', 300));

        ExecutionResult result = await OnThePath(() =>
        {
            ValueTask<ExecutionResult> running = host.RunAsync("Parts", bytes);
            Array.Fill(bytes, (byte)'!');
            Assert.Equal(1, host.RunningCount);
            gate.SetResult();
            return running;
        });

        Assert.Equal(PartsWorkflow.Output(1), result.Output.ToString());
    }

    [Fact]
    public async Task Runs_InsideEachOther_AreEachTheirOwn()
    {
        Host? host = null;
        await using Host opened = host = new Host().Add(new EchoWorkflow()).Add(new PartsWorkflow(async (input, _) =>
        {
            ExecutionResult inner = await host!.RunAsync("Queried", Utf8($$$"""{"x":"{{{new string('x', 300)}}}","in":{"id":"inner","list":[]}}"""));
            Assert.Equal("\"inner\"", inner.Output[Key.Of("id")].ToString());
            return input;
        })).Add(new QueriedWorkflow(static (input, _) => new(input)));

        for (int number = 0; number < 10; number++)
            Assert.Equal(PartsWorkflow.Output(number), (await OnThePath(() => host.RunAsync("Parts", Utf8(PartsWorkflow.Input(number) + new string(' ', 300))))).Output.ToString());
    }

    [Fact]
    public async Task Run_Cancelled_EndsAsAborted()
    {
        Gate gate = new();
        await using Host host = new Host().Add(gate.Workflow());
        using CancellationTokenSource cancel = new();
        ValueTask<ExecutionResult> running = host.RunAsync("Ask", Utf8("\"call\""), cancellationToken: cancel.Token);
        await gate.CalledAsync("call");

        await cancel.CancelAsync();

        Assert.Equal(ExecutionStatus.Aborted, (await running).Status);
        Assert.Equal(ExecutionStatus.Aborted, (await host.RunAsync("Ask", Utf8("\"never called\""), cancellationToken: cancel.Token)).Status);
        Assert.True((await host.StopAsync()).IsDrained);
    }

    [Fact]
    public async Task Run_CancelledByItsHandler_EndsAsAborted()
    {
        using CancellationTokenSource cancel = new();
        await using Host host = new Host().Add(new PartsWorkflow((input, _) =>
        {
            cancel.Cancel();
            return new(input);
        }));

        Assert.Equal(ExecutionStatus.Aborted, (await OnThePath(() => host.RunAsync("Parts", Utf8(PartsWorkflow.Input(1)), cancellationToken: cancel.Token))).Status);
    }

    [Fact]
    public async Task Run_NoJson_IsRefused()
    {
        await using Host host = new Host().Add(Echoing(waits: false));

        await Assert.ThrowsAsync<JsonException>(async () => await host.RunAsync("Parts", Utf8("""{"in":}""")));

        Assert.Equal(0, host.RunningCount);
    }

    [Fact]
    public async Task Run_OfAStoppedHostOrAnUnknownMachine_IsRefused()
    {
        await using Host host = new Host().Add(Echoing(waits: false));
        await Assert.ThrowsAsync<ExecutionServiceException>(async () => await host.RunAsync("Unknown", Utf8("1")));

        await host.StopAsync();

        await Assert.ThrowsAsync<ExpressHostStoppedException>(async () => await host.RunAsync("Parts", Utf8(PartsWorkflow.Input(1))));
    }

    // The fast path is not taken under a synchronization context, which tests have.
    private static Task<ExecutionResult> OnThePath(Func<ValueTask<ExecutionResult>> run) => Task.Run(async () => await run());

    private static PartsWorkflow Echoing(bool waits) => new(async (input, _) =>
    {
        if (waits)
            await Task.Yield();
        return input;
    });

    private static ReadOnlyMemory<byte> Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Told(ExecutionResult result) => $"{result.Status} {result.Output} {Encoding.UTF8.GetString(result.OutputUtf8.Span)} {result.Error} {result.Cause} {result.EventCount}";
}

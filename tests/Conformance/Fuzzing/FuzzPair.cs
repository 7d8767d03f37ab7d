using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled;
using Compiled.Compilation;
using Compiled.Execution;
using Compiled.History;
using Compiled.Testing;
using Compiled.Values;

namespace Conformance.Fuzzing;

/// <summary>A machine and an input, and the script of its handlers.</summary>
/// <param name="Input">The input, JSON text.</param>
/// <param name="Script">The seed of what handlers answer.</param>
internal sealed record FuzzPair(string Input, ulong Script)
{
    /// <summary>A pair of a machine, the same for the same seed.</summary>
    public static FuzzPair Of(ulong seed, int machine, int number)
    {
        FuzzRandom random = FuzzRandom.Of(seed, machine, -1 - number);
        return new FuzzPair(FuzzInputs.Of(random), random.NextBits());
    }

    /// <summary>Runs it in one of the ways that must not differ.</summary>
    private async Task<FuzzOutcome> RunAsync(CompiledDefinition definition, FuzzWay way)
    {
        ScriptedHandler handler = new(Script);
        try
        {
            ExecutionOptions options = Options() with { History = way == FuzzWay.History ? new NoSink() : null };
            if (way == FuzzWay.Bytes)
                return await WriteAsync(definition, options, handler).ConfigureAwait(false);
            // The clock is virtual: what takes this long hangs.
            ExecutionResult result = await ExecuteAsync(definition.Create(handler), options, way).AsTask().WaitAsync(TimeSpan.FromMinutes(1)).ConfigureAwait(false);
            string? output = result.Output.IsMissing ? null : result.Output.ToString();
            return new FuzzOutcome(result.Status.ToString(), output, result.Error, result.Cause, result.EventCount, handler.Count, handler.Calls);
        }
        catch (JsonException notJson)
        {
            return new FuzzOutcome($"no JSON: {notJson.Message}", null, null, null, 0, handler.Count, handler.Calls);
        }
        catch (Exception bug)
        {
            return new FuzzOutcome($"threw {bug.GetType().Name} {bug.Message} {bug.StackTrace}", null, null, null, 0, handler.Count, handler.Calls);
        }
    }

    /// <summary>Runs it in every way, that with a history first.</summary>
    public async Task<FuzzOutcome[]> RunAllAsync(CompiledDefinition definition)
    {
        FuzzOutcome history = await RunAsync(definition, FuzzWay.History).ConfigureAwait(false);
        return
        [
            history,
            await RunAsync(definition, FuzzWay.Text).ConfigureAwait(false),
            await RunAsync(definition, FuzzWay.Value).ConfigureAwait(false),
            // The call from bytes to bytes tells nobody how many events there were.
            await RunAsync(definition, FuzzWay.Bytes).ConfigureAwait(false) with { Events = history.Events },
        ];
    }

    /// <summary>Goes the fast path alone, and tells where it ends.</summary>
    public FuzzEnding End(CompiledDefinition definition)
    {
        if (!definition.Code.Contains("RunFastPath(", StringComparison.Ordinal))
            return FuzzEnding.NoPath;
        try
        {
            Workflow workflow = definition.Create(new ScriptedHandler(Script));
            JsonValue input = JsonValue.Parse(Input);
            FastPath path = new(workflow, input, Options(), CancellationToken.None);
            if (!workflow.TakeFastPath(ref path, in input).IsMissing)
                return !path.HasCalled ? FuzzEnding.InsideWithoutTask : FuzzEnding.InsideWithTasks;
            if (!path.HasCalled)
                return FuzzEnding.LeftBeforeTask;
            ValueTask<JsonValue> reply = path.Reply;
            if (!reply.IsCompleted)
            {
                // Nobody waits for it here.
                _ = reply.AsTask().ContinueWith(static task => task.Exception, TaskScheduler.Default);
                return FuzzEnding.LeftAtLateReply;
            }

            return reply is { IsCompletedSuccessfully: true, Result.IsFailure: false } ? FuzzEnding.LeftAfterReply : FuzzEnding.LeftAtFailure;
        }
        catch (JsonException)
        {
            return FuzzEnding.NoJson;
        }
        catch (Exception)
        {
            // The run that is compared tells more of it.
            return FuzzEnding.Threw;
        }
    }

    private async Task<FuzzOutcome> WriteAsync(CompiledDefinition definition, ExecutionOptions options, ScriptedHandler handler)
    {
        (string? output, WorkflowFailedException? failed) = await WriteAsync(definition, handler, Input, options).ConfigureAwait(false);
        // What handlers were given is written down after another execution, that uses the memory of this one's input again.
        try
        {
            await WriteAsync(definition, new ScriptedHandler(Script + 1), Input.Replace('1', '7').Replace('a', 'y'), options).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Nobody compares how it ends.
        }

        return new FuzzOutcome((failed?.Status ?? ExecutionStatus.Succeeded).ToString(), output, failed?.Error, failed?.Cause, 0, handler.Count, handler.Calls);
    }

    private static async Task<(string? Output, WorkflowFailedException? Failed)> WriteAsync(CompiledDefinition definition, ScriptedHandler handler, string input, ExecutionOptions options)
    {
        ArrayBufferWriter<byte> output = new();
        byte[] text = Encoding.UTF8.GetBytes(input);
        try
        {
            ValueTask run = definition.Create(handler).RunAsync(text, output, options);
            Array.Fill(text, (byte)'!');
            await run.AsTask().WaitAsync(TimeSpan.FromMinutes(1)).ConfigureAwait(false);
            return (Encoding.UTF8.GetString(output.WrittenSpan), null);
        }
        catch (WorkflowFailedException failed)
        {
            return (null, failed);
        }
    }

    private ValueTask<ExecutionResult> ExecuteAsync(Workflow workflow, ExecutionOptions options, FuzzWay way) =>
        way == FuzzWay.Text ? workflow.ExecuteAsync(Input, options) : workflow.ExecuteAsync(JsonValue.Parse(Input), options);

    private static ExecutionOptions Options() => new()
    {
        Seed = 1,
        StateMachineName = "Fuzzed",
        TimeProvider = new VirtualTimeProvider(new DateTimeOffset(2024, 6, 1, 12, 0, 0, TimeSpan.Zero)) { AutoAdvance = true },
    };

    // Events are made but not kept: some executions have 25,000 with large data.
    private sealed class NoSink : IHistorySink
    {
        public void Add(in HistoryEvent recorded)
        {
        }
    }
}

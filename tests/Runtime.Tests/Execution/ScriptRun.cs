using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled.History;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Tests.Execution;

/// <summary>
/// Runs a script on a virtual clock in three ways: without history, with it, and folded after every signal. All must end alike, and
/// the two histories be equal.
/// </summary>
internal static class ScriptRun
{
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ExecutionOptions Options() => new()
    {
        TimeProvider = new VirtualTimeProvider(Start) { AutoAdvance = true },
        Name = "run",
        Seed = 7,
        RecordHistory = true,
        TaskTokens = new(),
        Activities = new(),
    };

    public static async Task<ExecutionResult> RunAsync(Func<Script> script, string input = "{}", Func<ExecutionOptions, ExecutionOptions>? change = null, bool folds = true)
    {
        change ??= static options => options;
        JsonValue value = JsonValue.Parse(input);
        ExecutionResult recorded = await script().ExecuteAsync(value, change(Options())).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        ExecutionResult silent = await script().ExecuteAsync(value, change(Options()) with { RecordHistory = false }).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        AssertAlike(recorded, silent);
        if (!folds)
            return recorded;
        ExecutionResult folded = await FoldingRunner.RunAsync(script(), value, change(Options())).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        AssertAlike(recorded, folded);
        Assert.Equal(recorded.History!.Select(Json), folded.History!.Select(Json));
        return recorded;
    }

    /// <summary>The history, a line an event: id, previous id, type, and the state or iteration.</summary>
    public static string[] Lines(ExecutionResult result)
        => [.. result.History!.Select(e => $"{e.Id}<-{e.PreviousEventId} {e.Type}{(e.StateName is null ? "" : " " + e.StateName)}{(e.Type.ToString().StartsWith("MapIteration") ? $"[{e.Number}]" : "")}")];

    public static string Json(HistoryEvent recorded)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter writer = new(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            recorded.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void AssertAlike(ExecutionResult one, ExecutionResult other)
    {
        Assert.Equal(
            (one.Status, one.Output.IsMissing ? "" : one.Output.ToString(), one.Error, one.Cause, one.EventCount),
            (other.Status, other.Output.IsMissing ? "" : other.Output.ToString(), other.Error, other.Cause, other.EventCount));
    }
}

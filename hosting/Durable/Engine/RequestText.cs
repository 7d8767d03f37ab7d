using System.Buffers;
using System.Text.Json;
using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>What requests and their answers look like in a store: small JSON objects.</summary>
internal static class RequestText
{
    public const string Stop = "stop", Redrive = "redrive", Purge = "purge";

    /// <summary>What goes with a stop.</summary>
    public static byte[] OfFault(string? error, string? cause) => Write(json =>
    {
        if (error is not null)
            json.WriteString("error", error);
        if (cause is not null)
            json.WriteString("cause", cause);
    });

    public static (string? Error, string? Cause) FaultOf(JournalRequest request)
    {
        JsonElement body = JsonElement.Parse(request.Body.Span);
        return (Text(body, "error"), Text(body, "cause"));
    }

    /// <summary>What goes with a purge: how long ago, and how many the owner has deleted by now.</summary>
    public static byte[] OfAge(TimeSpan age, long deleted = 0) => Write(json =>
    {
        json.WriteNumber("ageTicks", age.Ticks);
        json.WriteNumber("deleted", deleted);
    });

    public static long DeletedOf(JournalRequest request)
        => JsonElement.Parse(request.Body.Span).TryGetProperty("deleted", out JsonElement deleted) ? deleted.GetInt64() : 0;

    public static TimeSpan AgeOf(JournalRequest request) => TimeSpan.FromTicks(JsonElement.Parse(request.Body.Span).GetProperty("ageTicks").GetInt64());

    /// <summary>What goes with a redrive; nobody waits for the answer to one that is left for the next owner.</summary>
    public static byte[] OfRedrive(bool isUnattended) => Write(json => json.WriteBoolean("isUnattended", isUnattended));

    public static bool IsUnattended(JournalRequest request)
        => request.Kind == Redrive && JsonElement.Parse(request.Body.Span).GetProperty("isUnattended").GetBoolean();

    /// <summary>An answer: a time in UTC ticks, or how many were deleted.</summary>
    public static byte[] Done(long value) => Write(json => json.WriteNumber("done", value));

    /// <summary>An answer: why nothing was done.</summary>
    public static byte[] Refused(Exception reason) => Write(json =>
    {
        json.WriteString("refused", reason.GetType().Name);
        json.WriteString("message", reason.Message);
    });

    /// <summary>What an answer says was done.</summary>
    /// <exception cref="ExecutionNotRedrivableException">The owner found so.</exception>
    /// <exception cref="RequestRefusedException">The owner couldn't do it for another reason.</exception>
    public static long Read(ReadOnlyMemory<byte> answer)
    {
        JsonElement read = JsonElement.Parse(answer.Span);
        if (read.TryGetProperty("done", out JsonElement done))
            return done.GetInt64();
        string message = Text(read, "message") ?? "";
        throw Text(read, "refused") == nameof(ExecutionNotRedrivableException) ? new ExecutionNotRedrivableException(message) : new RequestRefusedException(message);
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> bytes = new(64);
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}

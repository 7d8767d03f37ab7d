using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>The one place where what handlers throw becomes a failure value.</summary>
internal static class HandlerFailure
{
    // M-031 of the service model: a cause has at most 32,768 characters. JSON escapes may double what a stack trace takes.
    private const int LongestStack = 8_192, LongestMessage = 4_096;

    private static readonly Key ErrorMessage = Key.Of("errorMessage"), ErrorType = Key.Of("errorType"), StackTrace = Key.Of("stackTrace");

    /// <summary>The result of a completed task, whichever way it completed; never throws what the handler threw.</summary>
    public static JsonValue ResultOf(in ValueTask<JsonValue> reply, Workflow workflow)
    {
        if (reply.IsCompletedSuccessfully)
            return Checked(reply.Result, workflow);
        // The Task behind a ValueTask tells its exception without throwing it again.
        Task<JsonValue> task = reply.AsTask();
        return task.Exception is { } thrown ? Of(thrown.InnerException ?? thrown, workflow)
            : task.IsCanceled ? Of(new TaskCanceledException(task), workflow)
            : Checked(task.Result, workflow);
    }

    /// <summary>
    /// A result that is no JSON text, such as one nested too deep, fails its task. Asked here, before a journal has to write it;
    /// most results are known to be sound by the bound that they carry.
    /// </summary>
    public static JsonValue Checked(in JsonValue result, Workflow workflow)
    {
        if (result.IsFailure || result.IsMissing)
            return result;
        try
        {
            if (!result.IsWithin(KernelFaults.DataLimit))
                _ = result.ByteCount;
            return result;
        }
        catch (InvalidOperationException notJson)
        {
            return Of(notJson, workflow);
        }
    }

    /// <summary>T-024: the shape in which Lambda reports a function's error.</summary>
    public static JsonValue Of(Exception exception, Workflow workflow)
    {
        if (exception is TaskFailedException failed)
            return JsonValue.Failure(new Fault(failed.Error, failed.Cause));
        // Who names an error means it as one of the workflow's; its message is then the cause, as a Fail state's is.
        if (workflow.NameOf(exception) is { } named)
            return JsonValue.Failure(new Fault(named, exception.Message));
        string type = exception.GetType().Name;
        JsonProperty message = new(ErrorMessage, Shorten(exception.Message, LongestMessage)), name = new(ErrorType, type);
        JsonValue cause = exception.StackTrace is { } stack
            ? JsonValue.Object(message, name, new JsonProperty(StackTrace, Lines(Shorten(stack, LongestStack))))
            : JsonValue.Object(message, name);
        return JsonValue.Failure(new Fault(type, cause.ToString()));
    }

    private static JsonValue Lines(string stack)
    {
        string[] lines = stack.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return JsonValue.ArrayOf(Array.ConvertAll(lines, static line => (JsonValue)line));
    }

    private static string Shorten(string text, int longest) => text.Length <= longest ? text : text[..longest];
}

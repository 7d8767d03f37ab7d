using System.Globalization;
using Compiled.Values;

namespace Compiled.Tasks.Nested;

/// <summary>
/// The answers of AWS's API as tasks see them: members in the order of the alphabet, dates in milliseconds since 1970 from <c>states</c> and as
/// text from <c>aws-sdk</c>. FEATURES T-009, T-091, T-092, T-098.
/// </summary>
internal static class ExecutionAnswer
{
    private static readonly Key
        BillingDetails = Key.Of("BillingDetails"), BilledDuration = Key.Of("BilledDurationInMilliseconds"), BilledMemory = Key.Of("BilledMemoryUsedInMB"),
        Cause = Key.Of("Cause"), Error = Key.Of("Error"), ExecutionArn = Key.Of("ExecutionArn"), Input = Key.Of("Input"), InputDetails = Key.Of("InputDetails"),
        Included = Key.Of("Included"), Name = Key.Of("Name"), Output = Key.Of("Output"), OutputDetails = Key.Of("OutputDetails"),
        RedriveCount = Key.Of("RedriveCount"), RedriveStatus = Key.Of("RedriveStatus"), RedriveStatusReason = Key.Of("RedriveStatusReason"),
        SdkHttpMetadata = Key.Of("SdkHttpMetadata"), SdkResponseMetadata = Key.Of("SdkResponseMetadata"), AllHttpHeaders = Key.Of("AllHttpHeaders"),
        HttpHeaders = Key.Of("HttpHeaders"), HttpStatusCode = Key.Of("HttpStatusCode"), RequestId = Key.Of("RequestId"), StartDate = Key.Of("StartDate"),
        StateMachineArn = Key.Of("StateMachineArn"), Status = Key.Of("Status"), StopDate = Key.Of("StopDate");

    private static readonly JsonValue s_included = JsonValue.Object(new JsonProperty(Included, true));

    /// <summary>The answer to a start.</summary>
    public static JsonValue Started(ExecutionView view, bool isSdk, string requestId)
    {
        JsonProperty arn = new(ExecutionArn, view.ExecutionArn), start = new(StartDate, Date(view.StartDate, isSdk));
        if (isSdk)
            return JsonValue.Object(arn, start);
        JsonValue http = JsonValue.Object(new(AllHttpHeaders, JsonValue.EmptyObject), new(HttpHeaders, JsonValue.EmptyObject), new(HttpStatusCode, 200));
        return JsonValue.Object(arn, new(SdkHttpMetadata, http), new(SdkResponseMetadata, JsonValue.Object(new JsonProperty(RequestId, requestId))), start);
    }

    /// <summary>The answer to a stop.</summary>
    public static JsonValue Stopped(ExecutionView view) => JsonValue.Object(new JsonProperty(StopDate, Date(view.StopDate ?? default, isSdk: true)));

    /// <summary>The description of an execution.</summary>
    /// <param name="view">The execution.</param>
    /// <param name="isSdk">The integration is <c>aws-sdk:sfn</c>.</param>
    /// <param name="isParsed">Input and output are JSON, as <c>.sync:2</c> gives them, and not text.</param>
    public static JsonValue Described(ExecutionView view, bool isSdk, bool isParsed)
    {
        List<JsonProperty> members = [];
        AddErrors(members, view);
        AddData(members, view, isParsed);
        members.Add(new(RedriveCount, view.RedriveCount));
        members.Add(new(RedriveStatus, view.RedriveStatus.Name));
        if (view.RedriveStatus.Reason is { } reason)
            members.Add(new(RedriveStatusReason, reason));
        AddEnd(members, view, isSdk);
        return JsonValue.ObjectOf([.. members]);
    }

    /// <summary>The answer of an Express execution that was waited for. X-005: billed are 100 ms and 64 MB at least.</summary>
    public static JsonValue Ran(ExecutionView view)
    {
        double duration = ((view.StopDate ?? view.StartDate) - view.StartDate).TotalMilliseconds;
        List<JsonProperty> members =
        [
            new(BillingDetails, JsonValue.Object(new(BilledDuration, (long)Math.Max(1, Math.Ceiling(duration / 100)) * 100), new(BilledMemory, 64))),
        ];
        AddErrors(members, view);
        AddData(members, view, isParsed: false);
        AddEnd(members, view, isSdk: true);
        return JsonValue.ObjectOf([.. members]);
    }

    // An execution that lasted too long is described without its error, as the recordings show.
    private static void AddErrors(List<JsonProperty> members, ExecutionView view)
    {
        if (view.Status == ExecutionStatus.TimedOut)
            return;
        if (view.Cause is not null)
            members.Add(new(Cause, view.Cause));
        if (view.Error is not null)
            members.Add(new(Error, view.Error));
    }

    private static void AddData(List<JsonProperty> members, ExecutionView view, bool isParsed)
    {
        members.Add(new(ExecutionArn, view.ExecutionArn));
        members.Add(new(Input, isParsed ? view.Input : view.Input.ToString()));
        members.Add(new(InputDetails, s_included));
        members.Add(new(Name, view.Name));
        if (view.Output.IsMissing)
            return;
        members.Add(new(Output, isParsed ? view.Output : view.Output.ToString()));
        members.Add(new(OutputDetails, s_included));
    }

    private static void AddEnd(List<JsonProperty> members, ExecutionView view, bool isSdk)
    {
        members.Add(new(StartDate, Date(view.StartDate, isSdk)));
        members.Add(new(StateMachineArn, view.StateMachineArn));
        members.Add(new(Status, StatusWords.Of(view.Status)));
        if (view.StopDate is { } stop)
            members.Add(new(StopDate, Date(stop, isSdk)));
    }

    private static JsonValue Date(DateTimeOffset date, bool isSdk)
        => isSdk ? date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : date.ToUnixTimeMilliseconds();
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Compiled.Durable;
using Compiled.Values;

namespace Compiled.Events.Status;

/// <summary>
/// The event that says that an execution has another status, as AWS sends it to EventBridge: <c>detail-type</c> is <c>Step Functions Execution Status Change</c>. FEATURES V-050, V-051.
/// </summary>
public static class StatusChangeEvent
{
    // Source: Step Functions' guide, "Automating event delivery with EventBridge".
    private const int MostEscapedBytes = 248 * 1024;

    private static readonly Key
        Version = Key.Of("version"), EventId = Key.Of("id"), DetailType = Key.Of("detail-type"), Source = Key.Of("source"), Account = Key.Of("account"),
        Time = Key.Of("time"), Region = Key.Of("region"), Resources = Key.Of("resources"), Detail = Key.Of("detail"), ExecutionArn = Key.Of("executionArn"),
        StateMachineArn = Key.Of("stateMachineArn"), VersionArn = Key.Of("stateMachineVersionArn"), AliasArn = Key.Of("stateMachineAliasArn"), Name = Key.Of("name"),
        Status = Key.Of("status"), StartDate = Key.Of("startDate"), StopDate = Key.Of("stopDate"), Input = Key.Of("input"), InputDetails = Key.Of("inputDetails"),
        Output = Key.Of("output"), OutputDetails = Key.Of("outputDetails"), RedriveCount = Key.Of("redriveCount"), RedriveDate = Key.Of("redriveDate"),
        RedriveStatus = Key.Of("redriveStatus"), RedriveStatusReason = Key.Of("redriveStatusReason"), Error = Key.Of("error"), Cause = Key.Of("cause"), Included = Key.Of("included");

    /// <summary>The event of an execution as it is described.</summary>
    public static JsonValue Of(ExecutionDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return Of(description, description.Status, description.Summary.RedriveCount);
    }

    /// <summary>
    /// The event of the moment when an execution got a status, though it may have another one by now. Its <c>id</c> follows from execution, status and number of redrives, so the
    /// same event made twice is the same.
    /// </summary>
    /// <param name="description">The execution, as it is now.</param>
    /// <param name="status">The status then.</param>
    /// <param name="redriveCount">How often it had been redriven then.</param>
    public static JsonValue Of(ExecutionDescription description, ExecutionStatus status, int redriveCount)
    {
        ArgumentNullException.ThrowIfNull(description);
        ExecutionSummary summary = description.Summary;
        bool isRunning = status == ExecutionStatus.Running;
        DateTimeOffset? redriven = redriveCount > 0 ? summary.RedriveDate : null, stopped = isRunning ? null : summary.StopDate;
        string[] arn = summary.ExecutionArn.Split(':');
        return JsonValue.Object(
            new(Version, "0"),
            new(EventId, IdOf(summary.ExecutionArn, status, redriveCount)),
            new(DetailType, "Step Functions Execution Status Change"),
            new(Source, "aws.states"),
            new(Account, arn.Length > 4 ? arn[4] : ""),
            new(Time, (stopped ?? redriven ?? summary.StartDate).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
            new(Region, arn.Length > 3 ? arn[3] : ""),
            new(Resources, JsonValue.Array(summary.ExecutionArn)),
            new(Detail, DetailOf(description, status, redriveCount, stopped, redriven)));
    }

    private static JsonValue DetailOf(ExecutionDescription description, ExecutionStatus status, int redriveCount, DateTimeOffset? stopped, DateTimeOffset? redriven)
    {
        ExecutionSummary summary = description.Summary;
        bool isRunning = status == ExecutionStatus.Running, isRedrivable = status is ExecutionStatus.Failed or ExecutionStatus.TimedOut or ExecutionStatus.Aborted;
        JsonValue input = TextOf(description.Input), output = isRunning ? default : TextOf(description.Output);
        // V-051: an output that is too large is left out, and an input that is too large together with it.
        bool hasOutput = !output.IsMissing, withOutput = hasOutput && output.ByteCount <= MostEscapedBytes;
        bool withInput = !input.IsMissing && input.ByteCount + (hasOutput ? output.ByteCount : 0) <= MostEscapedBytes;
        return JsonValue.Object(
            new(ExecutionArn, summary.ExecutionArn),
            new(StateMachineArn, summary.StateMachineArn),
            new(Name, summary.Name),
            new(Status, StatusWords.Of(status)),
            new(StartDate, summary.StartDate.ToUnixTimeMilliseconds()),
            new(StopDate, MillisecondsOf(stopped)),
            new(Input, withInput ? input : JsonValue.Null),
            new(Output, withOutput ? output : JsonValue.Null),
            new(VersionArn, OrNull(description.StateMachineVersionArn)),
            new(AliasArn, OrNull(description.StateMachineAliasArn)),
            new(RedriveCount, redriveCount),
            new(RedriveDate, MillisecondsOf(redriven)),
            new(RedriveStatus, isRedrivable ? "REDRIVABLE" : "NOT_REDRIVABLE"),
            new(RedriveStatusReason, isRedrivable ? JsonValue.Null : $"Execution is {StatusWords.Of(status)} and cannot be redriven"),
            new(InputDetails, JsonValue.Object(new JsonProperty(Included, withInput))),
            new(OutputDetails, hasOutput ? JsonValue.Object(new JsonProperty(Included, withOutput)) : JsonValue.Null),
            new(Error, isRunning ? JsonValue.Null : OrNull(description.Error)),
            new(Cause, isRunning ? JsonValue.Null : OrNull(description.Cause)));
    }

    /// <summary>The status as AWS writes it: <c>TIMED_OUT</c>.</summary>
    private static JsonValue TextOf(in JsonValue value) => value.IsMissing ? default : JsonValue.String(value.ToString());

    private static JsonValue OrNull(string? text) => text is null ? JsonValue.Null : text;

    private static JsonValue MillisecondsOf(DateTimeOffset? time) => time is { } known ? known.ToUnixTimeMilliseconds() : JsonValue.Null;

    private static string IdOf(string executionArn, ExecutionStatus status, int redriveCount)
        => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{executionArn} {StatusWords.Of(status)} {redriveCount}")).AsSpan(0, 16)).ToString();
}

using System.Text.Json;
using Compiled.Execution;
using Compiled.Values;

namespace Compiled.History;

/// <summary>Writes events in AWS's JSON form. Inputs and outputs are JSON text inside strings .</summary>
internal static class HistoryEventWriter
{
    private static readonly string[] Types = Enum.GetNames<HistoryEventType>();

    public static void Write(Utf8JsonWriter writer, in HistoryEvent e)
    {
        writer.WriteStartObject();
        writer.WriteNumber("timestamp", (e.Timestamp - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond / 1000m);
        writer.WriteString("type", Types[(int)e.Type]);
        writer.WriteNumber("id", e.Id);
        writer.WriteNumber("previousEventId", e.PreviousEventId);
        WriteDetails(writer, in e);
        writer.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter writer, in HistoryEvent e)
    {
        switch (e.Type)
        {
            case HistoryEventType.ExecutionStarted:
                writer.WriteStartObject("executionStartedEventDetails");
                Text(writer, "input", e.Value);
                writer.WriteString("roleArn", (string)e.Subject!);
                if (e.More is Qualifier qualifier)
                {
                    OptionalString(writer, "stateMachineAliasArn", qualifier.AliasArn);
                    writer.WriteString("stateMachineVersionArn", qualifier.VersionArn);
                }

                break;
            case HistoryEventType.ExecutionSucceeded:
                writer.WriteStartObject("executionSucceededEventDetails");
                Text(writer, "output", e.Value);
                break;
            case HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut:
                writer.WriteStartObject(NameOf(e.Type));
                Errors(writer, e.Value);
                break;
            case HistoryEventType.ExecutionRedriven:
                writer.WriteStartObject("executionRedrivenEventDetails");
                writer.WriteNumber("redriveCount", e.Number);
                break;
            case HistoryEventType.EvaluationFailed:
                writer.WriteStartObject("evaluationFailedEventDetails");
                Errors(writer, e.Value);
                OptionalString(writer, "location", e.More as string);
                writer.WriteString("state", e.StateName);
                break;
            case >= HistoryEventType.MapIterationAborted and <= HistoryEventType.MapIterationSucceeded:
                writer.WriteStartObject(NameOf(e.Type));
                writer.WriteString("name", e.StateName);
                writer.WriteNumber("index", e.Number);
                break;
            case HistoryEventType.MapStateStarted:
                writer.WriteStartObject("mapStateStartedEventDetails");
                writer.WriteNumber("length", e.Number);
                break;
            default:
                if (!TryStateDetails(writer, in e) && !TryWorkDetails(writer, in e))
                    return;   // a type without details.
                break;
        }

        writer.WriteEndObject();
    }

    private static bool TryStateDetails(Utf8JsonWriter writer, in HistoryEvent e)
    {
        string type = Types[(int)e.Type];
        if (type.EndsWith("StateEntered", StringComparison.Ordinal))
        {
            writer.WriteStartObject("stateEnteredEventDetails");
            writer.WriteString("name", e.StateName);
            Text(writer, "input", e.Value);
            return true;
        }

        if (!type.EndsWith("StateExited", StringComparison.Ordinal))
            return false;
        writer.WriteStartObject("stateExitedEventDetails");
        writer.WriteString("name", e.StateName);
        Text(writer, "output", e.Value);
        if (e.More is AssignedVariables assigned)
            Variables(writer, assigned.Variables);
        return true;
    }

    private static bool TryWorkDetails(Utf8JsonWriter writer, in HistoryEvent e)
    {
        switch (e.Type)
        {
            case HistoryEventType.LambdaFunctionScheduled or HistoryEventType.ActivityScheduled:
                writer.WriteStartObject(NameOf(e.Type));
                writer.WriteString("resource", ((StateInfo)e.Subject!).Resource);
                Text(writer, "input", e.Value);
                Limits(writer, e.More as ScheduledDetails, credentials: e.Type == HistoryEventType.LambdaFunctionScheduled);
                return true;
            case HistoryEventType.LambdaFunctionSucceeded or HistoryEventType.ActivitySucceeded:
                writer.WriteStartObject(NameOf(e.Type));
                Text(writer, "output", e.Value);
                return true;
            case HistoryEventType.ActivityStarted:
                writer.WriteStartObject("activityStartedEventDetails");
                OptionalString(writer, "workerName", e.Subject as string);
                return true;
            case HistoryEventType.ActivityFailed or HistoryEventType.ActivityScheduleFailed or HistoryEventType.ActivityTimedOut
                or HistoryEventType.LambdaFunctionFailed or HistoryEventType.LambdaFunctionScheduleFailed
                or HistoryEventType.LambdaFunctionStartFailed or HistoryEventType.LambdaFunctionTimedOut:
                writer.WriteStartObject(NameOf(e.Type));
                Errors(writer, e.Value);
                return true;
            case HistoryEventType.MapRunStarted:
                writer.WriteStartObject("mapRunStartedEventDetails");
                writer.WriteString("mapRunArn", (string)e.Subject!);
                return true;
            case HistoryEventType.MapRunRedriven:
                writer.WriteStartObject("mapRunRedrivenEventDetails");
                writer.WriteString("mapRunArn", (string)e.Subject!);
                writer.WriteNumber("redriveCount", e.Number);
                return true;
            case HistoryEventType.MapRunFailed:
                writer.WriteStartObject("mapRunFailedEventDetails");
                Errors(writer, e.Value);
                return true;
            case HistoryEventType.TaskScheduled:
                StartTask(writer, in e);
                writer.WriteString("region", ((ScheduledDetails)e.More!).Region);
                writer.WriteString("parameters", e.Value.ToUtf8());
                Limits(writer, (ScheduledDetails)e.More!, credentials: true);
                return true;
            case HistoryEventType.TaskStarted:
                StartTask(writer, in e);
                return true;
            case HistoryEventType.TaskSubmitted or HistoryEventType.TaskSucceeded:
                StartTask(writer, in e);
                Text(writer, "output", e.Value);
                return true;
            case HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut or HistoryEventType.TaskStartFailed or HistoryEventType.TaskSubmitFailed:
                StartTask(writer, in e);
                Errors(writer, e.Value);
                return true;
            default:
                return false;
        }
    }

    private static string NameOf(HistoryEventType type) => JsonNamingPolicy.CamelCase.ConvertName(Types[(int)type]) + "EventDetails";

    private static void StartTask(Utf8JsonWriter writer, in HistoryEvent e)
    {
        StateInfo state = (StateInfo)e.Subject!;
        writer.WriteStartObject(NameOf(e.Type));
        writer.WriteString("resourceType", state.ResourceService);
        writer.WriteString("resource", state.ResourceName);
    }

    private static void Limits(Utf8JsonWriter writer, ScheduledDetails? details, bool credentials)
    {
        if (details is null)
            return;
        if (details.TimeoutSeconds > 0)
            writer.WriteNumber("timeoutInSeconds", details.TimeoutSeconds);
        if (details.HeartbeatSeconds > 0)
            writer.WriteNumber("heartbeatInSeconds", details.HeartbeatSeconds);
        if (!credentials || !details.Credentials.IsObject)
            return;
        writer.WriteStartObject("taskCredentials");
        writer.WriteString("roleArn", details.Credentials[RoleArn].AsString());
        writer.WriteEndObject();
    }

    private static readonly Key RoleArn = Key.Of("RoleArn");

    private static void Errors(Utf8JsonWriter writer, in JsonValue value)
    {
        OptionalString(writer, "error", value.AsFault?.Error);
        OptionalString(writer, "cause", value.AsFault?.Cause);
    }

    private static void OptionalString(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void Variables(Utf8JsonWriter writer, in JsonValue variables)
    {
        // L-080: each variable as its JSON text, strings with their quotes.
        writer.WriteStartObject("assignedVariables");
        foreach ((Key key, JsonValue value) in variables.Members())
            writer.WriteString(key.Name, value.ToUtf8());
        writer.WriteEndObject();
        NotTruncated(writer, "assignedVariablesDetails");
    }

    private static void Text(Utf8JsonWriter writer, string name, in JsonValue value)
    {
        writer.WriteString(name, value.ToUtf8());
        NotTruncated(writer, name + "Details");
    }

    private static void NotTruncated(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteBoolean("truncated", false);
        writer.WriteEndObject();
    }
}

using System.Globalization;
using Compiled.Values;

namespace Compiled.MapRuns.Writers;

/// <summary>A child execution as result files show it: members in the order of their names, input and output as texts. FEATURES L-317.</summary>
internal static class ChildDescription
{
    private static readonly Key
        Cause = Key.Of("Cause"), Error = Key.Of("Error"), ExecutionArn = Key.Of("ExecutionArn"), Input = Key.Of("Input"), InputDetails = Key.Of("InputDetails"),
        Included = Key.Of("Included"), Name = Key.Of("Name"), Output = Key.Of("Output"), OutputDetails = Key.Of("OutputDetails"),
        RedriveCount = Key.Of("RedriveCount"), RedriveStatus = Key.Of("RedriveStatus"), RedriveStatusReason = Key.Of("RedriveStatusReason"),
        StartDate = Key.Of("StartDate"), StateMachineArn = Key.Of("StateMachineArn"), Status = Key.Of("Status"), StopDate = Key.Of("StopDate");

    public static JsonValue Of(MapRunChild child, MapRunOutcome outcome)
    {
        string status = StatusWords.Of(outcome.Status);
        List<JsonProperty> members = [];
        Add(members, Cause, outcome.Cause);
        Add(members, Error, outcome.Error);
        AddStart(members, child);
        if (!outcome.Output.IsMissing)
        {
            members.Add(new JsonProperty(Output, outcome.Output.ToString()));
            members.Add(new JsonProperty(OutputDetails, JsonValue.ObjectOf([new JsonProperty(Included, true)])));
        }

        members.Add(new JsonProperty(RedriveCount, 0));
        bool canRedrive = outcome.Status != ExecutionStatus.Succeeded;
        members.Add(new JsonProperty(RedriveStatus, canRedrive ? "REDRIVABLE_BY_MAP_RUN" : "NOT_REDRIVABLE"));
        if (!canRedrive)
            members.Add(new JsonProperty(RedriveStatusReason, $"Execution is {status} and cannot be redriven"));
        members.Add(new JsonProperty(StartDate, Time(outcome.StartDate)));
        members.Add(new JsonProperty(StateMachineArn, child.Run.StateMachineArn));
        members.Add(new JsonProperty(Status, status));
        members.Add(new JsonProperty(StopDate, Time(outcome.StopDate)));
        return JsonValue.ObjectOf([.. members]);
    }

    public static JsonValue OfPending(MapRunChild child)
    {
        List<JsonProperty> members = [];
        AddStart(members, child);
        members.Add(new JsonProperty(StateMachineArn, child.Run.StateMachineArn));
        members.Add(new JsonProperty(Status, "PENDING"));
        return JsonValue.ObjectOf([.. members]);
    }

    private static void AddStart(List<JsonProperty> members, MapRunChild child)
    {
        members.Add(new JsonProperty(ExecutionArn, child.ExecutionArn));
        members.Add(new JsonProperty(Input, child.Input.ToString()));
        members.Add(new JsonProperty(InputDetails, JsonValue.ObjectOf([new JsonProperty(Included, true)])));
        members.Add(new JsonProperty(Name, child.Name));
    }

    private static void Add(List<JsonProperty> members, Key key, string? text)
    {
        if (text is not null)
            members.Add(new JsonProperty(key, text));
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

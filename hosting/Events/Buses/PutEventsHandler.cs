using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Events.Buses;

/// <summary>Does <c>arn:aws:states:::events:putEvents</c>, with or without <c>.waitForTaskToken</c>, on a bus. FEATURES T-100 to T-103, E-052.</summary>
/// <param name="bus">The bus, whatever <c>EventBusName</c> says.</param>
public sealed class PutEventsHandler(EventBus bus) : ITaskHandler
{
    private static readonly Key
        Entries = Key.Of("Entries"), Detail = Key.Of("Detail"), Resources = Key.Of("Resources"), FailedEntryCount = Key.Of("FailedEntryCount");

    /// <summary>The prefix of the resources that this does, for <c>TaskHandlerRegistry.Add</c>.</summary>
    public const string Resource = "arn:aws:states:::events:putEvents*";

    /// <inheritdoc/>
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        if (!input[Entries].IsArray)
            return ValueTask.FromResult(JsonValue.Failure(Faults.ParametersNotUsable(input, "The field 'Entries' is required but was missing")));
        List<JsonValue> entries = [];
        foreach (JsonValue entry in input[Entries].Items())
            entries.Add(entry.IsObject ? Completed(in entry, in context) : entry);
        JsonValue answer = bus.PutEvents(JsonValue.Object(new JsonProperty(Entries, JsonValue.ArrayOf([.. entries]))));
        bool hasFailed = answer[FailedEntryCount].TryGetInt64(out long count) && count > 0;
        // As recorded: the entries come first.
        JsonValue shown = JsonValue.Object(new(Entries, answer[Entries]), new(FailedEntryCount, answer[FailedEntryCount]));
        return ValueTask.FromResult(hasFailed ? JsonValue.Failure(new Fault("EventBridge.FailedEntry", shown.ToString())) : shown);
    }

    // T-101.
    private static JsonValue Completed(in JsonValue entry, in TaskContext context)
    {
        JsonValue detail = entry[Detail];
        List<JsonValue> resources = [];
        if (entry[Resources].IsArray)
        {
            foreach (JsonValue resource in entry[Resources].Items())
                resources.Add(resource);
        }

        resources.Add(context.ExecutionArn);
        resources.Add(context.StateMachineArn);
        JsonValue completed = entry.With(Resources, JsonValue.ArrayOf([.. resources]));
        return detail.IsMissing || detail.IsString ? completed : completed.With(Detail, detail.ToString());
    }
}

using System.Globalization;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Builds context objects, with members in the order in which AWS shows them (L-096).</summary>
internal static class ContextObject
{
    private static readonly Key
        Execution = Key.Of("Execution"), Id = Key.Of("Id"), Input = Key.Of("Input"), StartTime = Key.Of("StartTime"), Name = Key.Of("Name"),
        RoleArn = Key.Of("RoleArn"), RedriveCount = Key.Of("RedriveCount"), RedriveTime = Key.Of("RedriveTime"), StateMachine = Key.Of("StateMachine"), State = Key.Of("State"),
        EnteredTime = Key.Of("EnteredTime"), RetryCount = Key.Of("RetryCount"), Task = Key.Of("Task"), Token = Key.Of("Token"),
        Map = Key.Of("Map"), Item = Key.Of("Item"), Index = Key.Of("Index"), Value = Key.Of("Value"),
        KeyName = Key.Of("Key"), Source = Key.Of("Source");

    public static JsonValue Of(Frame frame)
    {
        Frame? item = frame;
        while (item is { IsItem: false })
            item = item.Outer;
        return Build(frame, item is null ? default : MapOf(in item.Item, item.Index));
    }

    public static JsonValue Of(Frame frame, in JsonValue item, int index)
        => Build(frame, frame.Origin is { } origin ? MapOf(in item, index, origin) : MapOf(in item, index));

    /// <summary>The members that are the same all through an execution.</summary>
    public static JsonValue ExecutionOf(ExecutionRun run)
    {
        List<JsonProperty> members =
        [
            new(Id, run.ExecutionArn),
            new(Input, run.Input),
            new(StartTime, Time(run.StartTime)),
            new(Name, run.Name),
            new(RoleArn, run.RoleArn),
            new(RedriveCount, run.RedriveCount),
        ];
        // L-090: only after a redrive.
        if (run.RedriveTime is { } redriven)
            members.Add(new(RedriveTime, Time(redriven)));
        return JsonValue.ObjectOf([.. members]);
    }

    public static JsonValue StateMachineOf(ExecutionRun run)
        => JsonValue.ObjectOf([new JsonProperty(Id, run.StateMachineArn), new JsonProperty(Name, run.StateMachineName)]);

    private static JsonValue Build(Frame frame, in JsonValue map)
    {
        StateInfo state = frame.State;
        bool hasToken = state.Type == StateType.Task && state.HasToken;
        JsonProperty[] members = new JsonProperty[3 + (hasToken ? 1 : 0) + (map.IsMissing ? 0 : 1)];
        members[0] = new JsonProperty(Execution, frame.Run.ContextExecution);
        members[1] = new JsonProperty(StateMachine, frame.Run.ContextStateMachine);
        members[2] = new JsonProperty(State, StateOf(frame, state));
        if (hasToken)
            members[3] = new JsonProperty(Task, JsonValue.ObjectOf([new JsonProperty(Token, frame.Token)]));
        if (!map.IsMissing)
            members[^1] = new JsonProperty(Map, map);
        return JsonValue.ObjectOf(members);
    }

    // L-092: RetryCount only where a state can be retried.
    private static JsonValue StateOf(Frame frame, StateInfo state)
        => state.Type is StateType.Task or StateType.Parallel or StateType.Map
            ? JsonValue.ObjectOf([new JsonProperty(Name, state.Name), new JsonProperty(EnteredTime, Time(frame.EnteredTime)), new JsonProperty(RetryCount, frame.Retries)])
            : JsonValue.ObjectOf([new JsonProperty(Name, state.Name), new JsonProperty(EnteredTime, Time(frame.EnteredTime))]);

    private static JsonValue MapOf(in JsonValue item, int index)
        => JsonValue.ObjectOf([new JsonProperty(Item, JsonValue.ObjectOf([new JsonProperty(Index, index), new JsonProperty(Value, item)]))]);

    // L-095.
    private static JsonValue MapOf(in JsonValue item, int index, ItemOrigin origin)
    {
        List<JsonProperty> members = [new(Index, index), new(Value, item), new(Source, origin.Source)];
        if (origin.Key is not null)
            members.Insert(1, new JsonProperty(KeyName, origin.Key));
        return JsonValue.ObjectOf([new JsonProperty(Item, JsonValue.ObjectOf([.. members]))]);
    }

    // L-097.
    private static JsonValue Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

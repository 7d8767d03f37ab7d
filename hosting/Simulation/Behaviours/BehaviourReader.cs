using System.Text.Json;
using Compiled.Values;

namespace Compiled.Simulation.Behaviours;

/// <summary>Reads the behaviours of a tasks file.</summary>
internal static class BehaviourReader
{
    private const string Known = "echo, return, raise, sleep, return_large_string, invoke, replay and python";

    /// <summary>The behaviour that the JSON of one resource describes.</summary>
    /// <exception cref="TaskScriptException">The JSON is not in the format.</exception>
    public static TaskBehaviour Read(string resource, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new TaskScriptException($"'{resource}' is not an object with a 'behaviour'.");
        TaskBehaviour behaviour = ReadOwn(resource, json);
        // What a raising function was recorded to answer holds its stack trace, so it goes first. A large string is made, since the
        // runtime itself has to find it too large.
        return behaviour is not ReplayBehaviour and not LargeStringBehaviour && json.TryGetProperty("results", out JsonElement results)
            ? new ReplayBehaviour(ReadResults(resource, results), behaviour)
            : behaviour;
    }

    private static TaskBehaviour ReadOwn(string resource, JsonElement json) => Text(resource, json, "behaviour") switch
    {
        "echo" => new EchoBehaviour(),
        "return" => new ReturnBehaviour(JsonValue.FromJsonElement(Member(resource, json, "value"))),
        "raise" => new RaiseBehaviour(Text(resource, json, "errorType"), Text(resource, json, "errorMessage")),
        "sleep" => new SleepBehaviour(TimeSpan.FromSeconds(Number(resource, json, "seconds")), Read(resource, Member(resource, json, "then"))),
        "return_large_string" => new LargeStringBehaviour(Text(resource, json, "character")[0], (int)Number(resource, json, "count")),
        "invoke" => new InvokeBehaviour(),
        "replay" => new ReplayBehaviour(ReadResults(resource, Member(resource, json, "results")), then: null),
        "python" => PythonBehaviour.Read(resource, Text(resource, json, "code")),
        string other => throw new TaskScriptException($"'{resource}' has the behaviour '{other}', which is not known; {Known} are."),
    };

    private static ReplayResult[] ReadResults(string resource, JsonElement results) => results.ValueKind == JsonValueKind.Array
        ? [.. results.EnumerateArray().Select(ReplayResult.Read)]
        : throw new TaskScriptException($"'results' of '{resource}' is not an array.");

    private static JsonElement Member(string resource, JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value)
        ? value
        : throw new TaskScriptException($"'{resource}' lacks '{name}'.");

    private static string Text(string resource, JsonElement json, string name) => Member(resource, json, name) is { ValueKind: JsonValueKind.String } value
        ? value.GetString()!
        : throw new TaskScriptException($"'{name}' of '{resource}' is not a string.");

    private static double Number(string resource, JsonElement json, string name) => Member(resource, json, name) is { ValueKind: JsonValueKind.Number } value
        ? value.GetDouble()
        : throw new TaskScriptException($"'{name}' of '{resource}' is not a number.");
}

using Compiled.Language.Binding;
using Compiled.Values;

namespace Compiled.TestState.Checks;

/// <summary>Judges the context object of a request. FEATURES M-024.</summary>
internal static class ContextCheck
{
    private static readonly Dictionary<string, Dictionary<string, string>> s_fields = new(StringComparer.Ordinal)
    {
        ["Execution"] = new(StringComparer.Ordinal)
        {
            ["Id"] = "a string",
            ["Input"] = "",
            ["Name"] = "a string",
            ["RedriveCount"] = "a number",
            ["RedriveTime"] = "a string",
            ["RoleArn"] = "a string",
            ["StartTime"] = "a string",
        },
        ["State"] = new(StringComparer.Ordinal) { ["EnteredTime"] = "a string", ["Name"] = "a string", ["RetryCount"] = "a number" },
        ["StateMachine"] = new(StringComparer.Ordinal) { ["Id"] = "a string", ["Name"] = "a string" },
        ["Task"] = new(StringComparer.Ordinal) { ["Token"] = "a string" },
    };

    /// <summary>The context object; missing where none is given.</summary>
    /// <exception cref="StateTestException">It is refused.</exception>
    public static JsonValue Check(string? text, State state)
    {
        if (text is null)
            return default;
        if (!RequestChecks.TryRead(text, out JsonValue context, out _) || !context.IsObject)
            throw Refuse("it must be a JSON object");
        for (MemberEnumerator members = context.Members(); members.MoveNext();)
        {
            string name = members.Current.Key.Name;
            if (name == "Map")
                throw Refuse("'Map' field is not supported when mocking a Context object");
            if (!s_fields.TryGetValue(name, out Dictionary<string, string>? fields))
                throw Refuse($"Field '{name}' is not allowed");
            CheckMembers(name, members.Current.Value, fields);
        }

        if (!context.Get("Task").IsMissing && !TakesToken(state))
            throw Refuse("Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern");
        return context;
    }

    private static void CheckMembers(string name, JsonValue part, Dictionary<string, string> fields)
    {
        if (!part.IsObject)
            throw Refuse($"{name} must be an object");
        for (MemberEnumerator members = part.Members(); members.MoveNext();)
        {
            string field = members.Current.Key.Name;
            if (!fields.TryGetValue(field, out string? kind))
                throw Refuse($"Field '{field}' is not allowed");
            JsonValue value = members.Current.Value;
            if ((kind == "a string" && !value.IsString) || (kind == "a number" && !value.IsNumber))
                throw Refuse($"{name}.{field} must be {kind}");
        }
    }

    private static bool TakesToken(State state) =>
        state is TaskState { Arn.Pattern: not Language.Binding.IntegrationPattern.RequestResponse } or TaskState { Arn.Kind: Language.Binding.ResourceKind.Activity };

    private static StateTestException Refuse(string what) => StateTestException.Request("Invalid Context object provided: " + what);
}

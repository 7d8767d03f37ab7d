namespace Compiled.Rules;

/// <summary>The fields of the context object. FEATURES A6.</summary>
internal static class ContextTable
{
    private static readonly Dictionary<string, string[]> s_fields = new(StringComparer.Ordinal)
    {
        [""] = ["Execution", "State", "StateMachine", "Task", "Map"],
        ["Execution"] = ["Id", "Input", "Name", "RoleArn", "StartTime", "RedriveCount", "RedriveTime"],
        ["State"] = ["EnteredTime", "Name", "RetryCount"],
        ["StateMachine"] = ["Id", "Name"],
        ["Task"] = ["Token"],
        ["Map"] = ["Item"],
        ["Map.Item"] = ["Index", "Value", "Key", "Source"],
    };

    /// <summary>The fields of the object under those names; null where it is no object of which the fields are known.</summary>
    public static IReadOnlyList<string>? FieldsOf(IEnumerable<string> names) =>
        s_fields.TryGetValue(string.Join(".", names), out string[]? fields) ? fields : null;
}

using Compiled.Values;

namespace Compiled.Runtime.Tests.Values;

/// <summary>Makes built values out of read ones, so that a test can ask both the same.</summary>
internal static class Built
{
    /// <summary>The same value with nothing left of the text it was read from.</summary>
    public static JsonValue Copy(JsonValue value) => value.Kind switch
    {
        JsonKind.Object => CopyObject(value),
        JsonKind.Array => CopyArray(value),
        JsonKind.String => value.AsString(),
        JsonKind.Number => value.TryGetInt64(out long whole) ? JsonValue.Number(whole) : JsonValue.Number(value.AsDouble()),
        JsonKind.True => true,
        JsonKind.False => false,
        _ => JsonValue.Null,
    };

    private static JsonValue CopyObject(JsonValue value)
    {
        List<JsonProperty> members = [];
        foreach (JsonMember member in value.Members())
        {
            members.Add(new JsonProperty(member.Key, Copy(member.Value)));
        }

        return JsonValue.ObjectOf([.. members]);
    }

    private static JsonValue CopyArray(JsonValue value)
    {
        List<JsonValue> items = [];
        foreach (JsonValue item in value.Items())
        {
            items.Add(Copy(item));
        }

        return JsonValue.ArrayOf([.. items]);
    }
}

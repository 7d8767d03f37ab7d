using System.Text;
using Compiled.Values;

namespace Compiled.Expressions;

/// <content>StringToJson, JsonToString and JsonMerge.</content>
public static partial class Intrinsics
{
    /// <summary><c>States.StringToJson</c>: the value that JSON text means; null for blank text. FEATURES L-405.</summary>
    public static JsonValue StringToJson(string functionText, JsonValue text)
    {
        if (text.IsPlain)
        {
            return Read(functionText, ((Document)text.Node!).Unquoted((int)text.Bits));
        }

        return TryText(text, out string? json) ? Read(functionText, Encoding.UTF8.GetBytes(json)) : Mismatch(functionText, "a string", 0, text);
    }

    /// <summary><c>States.JsonToString</c>: the compact JSON text of a value. FEATURES L-406.</summary>
    public static JsonValue JsonToString(string functionText, JsonValue value)
        => AreValues(functionText, [value], out JsonValue failure) ? JsonValue.String(value.ToString()) : failure;

    /// <summary>
    /// <c>States.JsonMerge</c>: the members of both objects, the second's value for a name in both. The third argument must be false, as AWS
    /// has no deep merge. FEATURES L-416.
    /// </summary>
    public static JsonValue JsonMerge(string functionText, JsonValue first, JsonValue second, JsonValue isDeep)
    {
        if (!first.IsObject)
        {
            return Mismatch(functionText, "an object", 0, first, second, isDeep);
        }

        if (!second.IsObject)
        {
            return Mismatch(functionText, "an object", 1, first, second, isDeep);
        }

        if (isDeep.Kind != JsonKind.False)
        {
            return isDeep.IsTrue
                ? Fail(functionText, "Deep merging is not supported; argument 3 must be false.")
                : Mismatch(functionText, "false", 2, first, second, isDeep);
        }

        var members = new JsonProperty[first.Count + second.Count];
        int count = 0;
        foreach (JsonMember member in first.Members())
        {
            members[count++] = new JsonProperty(member.Key, member.Value);
        }

        foreach (JsonMember member in second.Members())
        {
            members[count++] = new JsonProperty(member.Key, member.Value);
        }

        return JsonValue.Object(members);
    }

    private static JsonValue Read(string functionText, ReadOnlySpan<byte> json)
    {
        if (IsBlank(json))
        {
            return JsonValue.Null;
        }

        if (!JsonValue.TryParse(json, out JsonValue value, out string? error))
        {
            return Fail(functionText, $"The string is not valid JSON. {error}");
        }

        // AWS reads whole numbers as Java does, which has no negative zero among them.
        return value.IsNumber && value.ToString() == "-0" ? JsonValue.Number(0L) : value;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n\f\v"u8).IsEmpty;
}

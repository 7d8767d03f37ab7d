using System.Text.Json;
using System.Text.RegularExpressions;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>Tags of machines and activities. FEATURES P-122.</summary>
internal static partial class ResourceTags
{
    private const int Most = 50;

    /// <summary>Reads the member <c>tags</c> of a request; empty when it is missing.</summary>
    public static IReadOnlyDictionary<string, string> Read(ApiRequest request)
    {
        Dictionary<string, string> tags = new(StringComparer.Ordinal);
        int index = 0;
        foreach (ApiRequest tag in request.Structures("tags") ?? [])
        {
            string where = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"tags.{++index}.member");
            string? key = tag.Text("key", 1, 128), value = tag.Text("value", 0, 256);
            request.Take(tag);
            if (key is null)
                request.Missing(where + ".key", "");
            else
                CheckText(request, key, where + ".key");
            if (value is not null)
                CheckText(request, value, where + ".value");
            if (key is not null && key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                request.Violated(key, where + ".key", "Member must not begin with aws:");
            if (key is not null)
                tags[key] = value ?? "";
        }

        return tags;
    }

    /// <exception cref="ApiException">TooManyTags.</exception>
    public static void CheckCount(IReadOnlyDictionary<string, string> tags, string arn)
    {
        if (tags.Count > Most)
            throw ApiErrors.TooManyTags(arn);
    }

    /// <summary>Writes the member <c>tags</c> of an answer, in the order of keys.</summary>
    public static void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> tags)
    {
        writer.WriteStartArray("tags");
        foreach ((string key, string value) in tags.OrderBy(static tag => tag.Key, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("key", key);
            writer.WriteString("value", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void CheckText(ApiRequest request, string text, string where)
    {
        if (!Allowed().IsMatch(text))
            request.Violated(text, where, $"Member must satisfy regular expression pattern: {Allowed()}");
    }

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")]
    private static partial Regex Allowed();
}

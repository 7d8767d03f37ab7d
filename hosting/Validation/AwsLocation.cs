using System.Globalization;
using System.Text;
using Compiled.Language.Json;

namespace Compiled.Validation;

/// <summary>Places in a definition as AWS writes them: <c>/States/C/Choices[0]/Next</c>, names as they are.</summary>
internal static class AwsLocation
{
    /// <summary>The location of a JSON pointer; <c>/</c> for the whole definition.</summary>
    public static string Of(string pointer, JsonNode? root)
    {
        if (pointer.Length == 0) return "/";
        StringBuilder location = new();
        JsonNode? node = root;
        foreach (string segment in Segments(pointer))
        {
            if (node is ArrayNode array)
            {
                location.Append(CultureInfo.InvariantCulture, $"[{segment}]");
                node = int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < array.Items.Count ? array.Items[index] : null;
            }
            else
            {
                location.Append('/').Append(segment);
                node = (node as ObjectNode)?[segment];
            }
        }

        return location.ToString();
    }

    /// <summary>The value under a pointer; null where there is none.</summary>
    public static JsonNode? Find(string pointer, JsonNode? root)
    {
        JsonNode? node = root;
        foreach (string segment in Segments(pointer))
        {
            node = node switch
            {
                ObjectNode fields => fields[segment],
                ArrayNode array when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < array.Items.Count => array.Items[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The pointer of what holds the value under a pointer.</summary>
    public static string Parent(string pointer) => pointer[..Math.Max(0, pointer.LastIndexOf('/'))];

    private static IEnumerable<string> Segments(string pointer) =>
        pointer.Split('/').Skip(1).Select(static segment => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
}

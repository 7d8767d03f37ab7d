using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Compiled.WebConsole.Text;

/// <summary>JSON laid out in lines.</summary>
internal static class JsonLayout
{
    private static readonly JsonWriterOptions s_lines = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text in lines; as it is when it is no JSON.</summary>
    public static string Of(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 256 });
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return json;
        }
    }

    public static string Of(JsonElement value)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes, s_lines))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}

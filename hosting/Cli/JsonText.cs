using System.Globalization;
using System.Text.Json;

namespace Compiled.Cli;

/// <summary>Reads JSON and says where it goes wrong.</summary>
internal static class JsonText
{
    /// <summary>The JSON of a text.</summary>
    /// <exception cref="CliException">It is not JSON; names the source, line and column.</exception>
    public static JsonElement Parse(TextSource source)
    {
        try
        {
            return JsonElement.Parse(source.Text);
        }
        catch (JsonException exception)
        {
            string place = exception is { LineNumber: { } line, BytePositionInLine: { } column }
                ? string.Create(CultureInfo.InvariantCulture, $":{line + 1}:{column + 1}")
                : "";
            // The message ends with the place in other words; the first sentence says what is wrong.
            string what = exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0];
            throw new CliException($"{source.Name}{place}: this is not JSON: {what}");
        }
    }

    /// <summary>Like <see cref="Parse"/>, where only the text is needed.</summary>
    public static void Check(TextSource source) => Parse(source);
}

using System.Globalization;
using System.Text;
using Compiled.Values;

namespace Compiled.Events.Inputs;

/// <summary>
/// A template: JSON text with names in angle brackets. A name within quotes is replaced by text, one outside of quotes by JSON. What a name's path doesn't find is
/// no text within quotes, and null outside.
/// </summary>
internal sealed class InputTemplate
{
    private const int MostPaths = 100, LongestTemplate = 8192;

    private static readonly Key Detail = Key.Of("detail");

    private readonly List<Part> _parts;
    private readonly Dictionary<string, EventPath> _paths;

    private InputTemplate(List<Part> parts, Dictionary<string, EventPath> paths) => (_parts, _paths) = (parts, paths);

    // Text, or the name of a value.
    private readonly record struct Part(string Text, bool IsName, bool IsQuoted);

    public static InputTemplate Read(IReadOnlyDictionary<string, string> map, string template)
    {
        if (map.Count > MostPaths)
            throw new TargetInputException("InputPathsMap", $"There are {map.Count} paths; at most {MostPaths} are allowed");
        Dictionary<string, EventPath> paths = new(StringComparer.Ordinal);
        foreach ((string name, string path) in map)
        {
            if (name.StartsWith("AWS", StringComparison.OrdinalIgnoreCase))
                throw new TargetInputException("InputPathsMap", $"The name '{name}' begins with 'AWS', which is reserved");
            paths.Add(name, EventPath.Read(path, out string? reason) ?? throw new TargetInputException("InputPathsMap", reason!));
        }

        if (template.Length is 0 or > LongestTemplate)
            throw new TargetInputException("InputTemplate", $"The template has {template.Length} characters; expected 1 to {LongestTemplate}");
        InputTemplate read = new(Split(template), paths);
        foreach (Part part in read._parts)
        {
            if (part.IsName && !paths.ContainsKey(part.Text) && !IsPredefined(part.Text))
                throw new TargetInputException("InputTemplate", $"The name '{part.Text}' is not in the InputPathsMap");
        }

        // What is put in is always JSON, or text within quotes: a template that is JSON with one value is JSON with all.
        if (!JsonValue.TryParse(Encoding.UTF8.GetBytes(read.Text(static _ => JsonValue.Null)), out _, out string? error))
            throw new TargetInputException("InputTemplate", $"The template is no JSON: {error}");
        return read;
    }

    public JsonValue Fill(in JsonValue @event, RuleContext rule)
    {
        JsonValue whole = @event;
        return JsonValue.Parse(Encoding.UTF8.GetBytes(Text(name => _paths.TryGetValue(name, out EventPath? path) ? path.Find(whole) : Predefined(name, in whole, rule))));
    }

    private static bool IsPredefined(string name)
        => name is "aws.events.rule-arn" or "aws.events.rule-name" or "aws.events.event.ingestion-time" or "aws.events.event" or "aws.events.event.json";

    private static JsonValue Predefined(string name, in JsonValue @event, RuleContext rule) => name switch
    {
        "aws.events.rule-arn" => rule.RuleArn,
        "aws.events.rule-name" => rule.RuleName,
        "aws.events.event.ingestion-time" => rule.IngestionTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "aws.events.event" => @event.Without(Detail.Name),
        _ => @event,
    };

    private string Text(Func<string, JsonValue> valueOf)
    {
        StringBuilder text = new();
        foreach (Part part in _parts)
        {
            if (!part.IsName)
            {
                text.Append(part.Text);
                continue;
            }

            JsonValue value = valueOf(part.Text);
            if (!part.IsQuoted)
                text.Append(value.IsMissing ? "null" : value.ToString());
            else if (!value.IsMissing)
                text.Append(JsonValue.String(value.IsString ? value.AsString() : value.ToString()).ToString()[1..^1]);
        }

        return text.ToString();
    }

    // A backslash before an angle bracket takes it literally; within JSON it may be doubled.
    private static List<Part> Split(string template)
    {
        List<Part> parts = [];
        StringBuilder text = new();
        bool isQuoted = false;
        for (int i = 0; i < template.Length; i++)
        {
            int slashes = 0;
            while (i + slashes < template.Length && template[i + slashes] == '\\')
                slashes++;
            if (slashes is 1 or 2 && i + slashes < template.Length && template[i + slashes] is '<' or '>')
            {
                text.Append(template[i += slashes]);
                continue;
            }

            if (slashes > 0)
            {
                // Escapes of JSON go in pairs; the last backslash of an odd number takes the next character with it.
                int length = Math.Min(slashes + slashes % 2, template.Length - i);
                text.Append(template, i, length);
                i += length - 1;
                continue;
            }

            if (template[i] == '<' && template.IndexOf('>', i) is > 0 and int end)
            {
                parts.Add(new Part(text.ToString(), IsName: false, IsQuoted: false));
                parts.Add(new Part(template[(i + 1)..end], IsName: true, isQuoted));
                text.Clear();
                i = end;
                continue;
            }

            if (template[i] == '"')
                isQuoted = !isQuoted;
            text.Append(template[i]);
        }

        parts.Add(new Part(text.ToString(), IsName: false, IsQuoted: false));
        return parts;
    }
}

using System.Text;
using System.Text.Json;
using Compiled.Values;

namespace Compiled.TestState.Mocking;

/// <summary>Reads and checks the text of a mock file. FEATURES M-002 to M-004.</summary>
/// <param name="file">The file's name, for messages.</param>
internal sealed class MockConfigurationReader(string file)
{
    private const string Machines = "StateMachines", Cases = "TestCases", Responses = "MockedResponses";

    /// <summary>Reads the text.</summary>
    /// <exception cref="MockFileException">It is not in the format.</exception>
    public MockConfiguration Read(string text)
    {
        using JsonDocument document = Parse(text);
        JsonElement root = Object(document.RootElement, "");
        Only(root, "", Machines, Responses);
        Dictionary<string, MockedResponses> responses = Members(Member(root, Responses, ""), "/" + Responses, StepsOf);
        return new MockConfiguration
        {
            Machines = Members(Member(root, Machines, ""), "/" + Machines, (_, machine, at) =>
            {
                Only(Object(machine, at), at, Cases);
                return (IReadOnlyDictionary<string, IReadOnlyDictionary<string, MockedResponses>>)Members(Member(machine, Cases, at), $"{at}/{Cases}", (_, states, below) =>
                    (IReadOnlyDictionary<string, MockedResponses>)Members(Object(states, below), below, (_, name, place) => Named(responses, name, place)));
            }),
        };
    }

    private MockedResponses Named(Dictionary<string, MockedResponses> responses, JsonElement name, string at)
    {
        if (name.ValueKind != JsonValueKind.String)
            throw Wrong(at, $"a state is answered by the name of a response, and this is {Kind(name)}");
        return responses.TryGetValue(name.GetString()!, out MockedResponses? found) ? found
            : throw Wrong(at, $"'{name.GetString()}' is no name in '{Responses}'{(responses.Count == 0 ? "" : "; it has " + string.Join(", ", responses.Keys.Select(static key => $"'{key}'")))}");
    }

    private MockedResponses StepsOf(string name, JsonElement response, string at)
    {
        List<(int First, int Last, JsonValue Answer, string At)> steps = [];
        foreach (System.Text.Json.JsonProperty step in Object(response, at).EnumerateObject())
        {
            string below = $"{at}/{Escape(step.Name)}";
            (int first, int last) = Numbers(step.Name, below);
            steps.Add((first, last, AnswerOf(step.Value, below), below));
        }

        steps.Sort(static (a, b) => a.First.CompareTo(b.First));
        int next = 0;
        foreach ((int first, int last, JsonValue _, string below) in steps)
        {
            if (first != next)
                throw Wrong(below, $"the numbers of calls go from 0 without a gap and each stands once; expected {next}, and this begins with {first}");
            next = last + 1;
        }

        return steps.Count > 0 ? new MockedResponses(name, [.. steps.Select(static step => new MockedResponses.Step(step.Last, step.Answer))])
            : throw Wrong(at, "it has no answer; expected one for call '0' at least");
    }

    private (int First, int Last) Numbers(string key, string at)
    {
        string[] parts = key.Split('-');
        if (parts.Length <= 2 && Number(parts[0]) is { } first && Number(parts[^1]) is { } last)
            return first <= last ? (first, last) : throw Wrong(at, $"the range '{key}' ends before it begins");
        throw Wrong(at, $"'{key}' is neither the number of a call, from 0, nor a range such as '1-2'");
    }

    private static int? Number(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number : null;

    private JsonValue AnswerOf(JsonElement step, string at)
    {
        Only(Object(step, at), at, "Return", "Throw");
        bool returns = step.TryGetProperty("Return", out JsonElement value), throws = step.TryGetProperty("Throw", out JsonElement error);
        if (returns == throws)
            throw Wrong(at, "an answer has either 'Return' or 'Throw'");
        if (returns)
            return JsonValue.FromJsonElement(value).Detach();
        Only(Object(error, at + "/Throw"), at + "/Throw", "Error", "Cause");
        return JsonValue.Failure(new Fault(Text(error, "Error", at + "/Throw"), Text(error, "Cause", at + "/Throw")));
    }

    private string Text(JsonElement owner, string name, string at) => Member(owner, name, at) is { ValueKind: JsonValueKind.String } text ? text.GetString()!
        : throw Wrong($"{at}/{name}", $"'{name}' is a string, and this is {Kind(owner.GetProperty(name))}");

    private Dictionary<string, T> Members<T>(JsonElement owner, string at, Func<string, JsonElement, string, T> read)
    {
        Dictionary<string, T> members = new(StringComparer.Ordinal);
        foreach (System.Text.Json.JsonProperty member in Object(owner, at).EnumerateObject())
        {
            string below = $"{at}/{Escape(member.Name)}";
            if (!members.TryAdd(member.Name, read(member.Name, member.Value, below)))
                throw Wrong(below, $"'{member.Name}' stands here twice");
        }

        return members;
    }

    private JsonElement Member(JsonElement owner, string name, string at) =>
        owner.TryGetProperty(name, out JsonElement found) ? found : throw Wrong(at, $"'{name}' is missing");

    private JsonElement Object(JsonElement value, string at) => value.ValueKind == JsonValueKind.Object ? value : throw Wrong(at, $"expected an object, and this is {Kind(value)}");

    private void Only(JsonElement owner, string at, params string[] names)
    {
        foreach (System.Text.Json.JsonProperty member in owner.EnumerateObject())
        {
            if (!names.Contains(member.Name))
                throw Wrong($"{at}/{Escape(member.Name)}", $"'{member.Name}' has no meaning here; expected {string.Join(" or ", names.Select(static name => $"'{name}'"))}");
        }
    }

    private JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(Encoding.UTF8.GetBytes(text), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException notJson)
        {
            throw new MockFileException($"'{file}' is not JSON: {notJson.Message}", notJson);
        }
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private MockFileException Wrong(string at, string what) => new($"'{file}'{(at.Length == 0 ? "" : $" at '{at}'")}: {what}.");
}

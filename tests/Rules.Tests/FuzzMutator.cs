using System.Text.Json.Nodes;

namespace Compiled.Rules.Tests;

/// <summary>Changes a definition at random places: values, names and whole parts, so that most results are still definitions.</summary>
internal sealed class FuzzMutator(int seed)
{
    private static readonly string[] s_words =
    [
        "$", "$.x", "$$", "$$.Task.Token", "$n", "$x.y[0]", "$..a", "$.list[*].b", "States.ALL", "States.TaskFailed", "States.Runtime", "A", "", "Read", "Make", "End", "{% $n %}", "{% 'a' + 1 %}", "{% $states.input.q.r %}",
        "States.Format('{}', 1)", "States.Hash($.a, 'X')", "2030-01-01T00:00:00Z", "a\\*b\\c", "arn:aws:states:::states:startExecution.sync", "arn:aws:states:::aws-sdk:s3:getObject", "${P}", "\u00e9\ud83d\ude00",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The definition with one to four changes.</summary>
    public string Change(string definition)
    {
        JsonNode root = JsonNode.Parse(definition)!;
        for (int i = _random.Next(1, 5); i > 0; i--)
            ChangeOne(root);
        return root.ToJsonString();
    }

    private void ChangeOne(JsonNode root)
    {
        List<JsonNode> containers = [];
        Collect(root, containers);
        JsonNode target = containers[_random.Next(containers.Count)];
        if (target is JsonObject fields && fields.Count > 0)
            ChangeObject(fields, containers);
        else if (target is JsonArray items)
            ChangeArray(items);
    }

    private void ChangeObject(JsonObject fields, List<JsonNode> containers)
    {
        KeyValuePair<string, JsonNode?> member = fields.ElementAt(_random.Next(fields.Count));
        switch (_random.Next(5))
        {
            case 0:
                fields.Remove(member.Key);
                break;
            case 1:
                fields[member.Key] = Other(member.Value);
                break;
            case 2 when containers.OfType<JsonObject>().ElementAt(_random.Next(containers.OfType<JsonObject>().Count())) is { Count: > 0 } other:
                KeyValuePair<string, JsonNode?> taken = other.ElementAt(_random.Next(other.Count));
                fields[taken.Key] = taken.Value?.DeepClone();
                break;
            case 3:
                fields.Remove(member.Key);
                fields[member.Key + "x"] = member.Value;
                break;
            default:
                fields[member.Key] = Other(member.Value);
                break;
        }
    }

    private void ChangeArray(JsonArray items)
    {
        if (items.Count > 0 && _random.Next(2) == 0)
            items.RemoveAt(_random.Next(items.Count));
        else if (items.Count > 0)
            items.Add(items[_random.Next(items.Count)]?.DeepClone());
        else
            items.Add(Other(null));
    }

    private JsonNode? Other(JsonNode? value) => value?.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.Number => _random.Next(4) switch { 0 => 0, 1 => 1, 2 => 99_999_999, _ => 2.5 },
        System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => _random.Next(2) == 0,
        System.Text.Json.JsonValueKind.String => s_words[_random.Next(s_words.Length)],
        _ => _random.Next(4) switch { 0 => null, 1 => new JsonObject(), 2 => new JsonArray(1, "x"), _ => s_words[_random.Next(s_words.Length)] },
    };

    private static void Collect(JsonNode node, List<JsonNode> containers)
    {
        containers.Add(node);
        IEnumerable<JsonNode?> inner = node switch
        {
            JsonObject fields => fields.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode? each in inner)
        {
            if (each is JsonObject or JsonArray)
                Collect(each, containers);
        }
    }
}

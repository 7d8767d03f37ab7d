using System.Text;
using System.Text.Json.Nodes;

namespace Server.Tests;

/// <summary>Breaks sound requests at random, the same way for the same seed.</summary>
internal sealed class RequestMutator(int seed)
{
    private static readonly string[] s_texts =
    [
        "", " ", "\0", "\uFFFF", "😀", "{", "}", "[]", "null", "{% $x %}", "arn:", "arn:aws:states:::", "arn:aws:states:us-east-1:123456789012:stateMachine:Order:0",
        "arn:aws:states:us-east-1:123456789012:execution:Order:a:b:c", "arn:aws:states:us-east-1:123456789012:stateMachine:/", "arn:aws:states:us-east-1:123456789012:stateMachine:Order/",
        "arn:aws:states:us-east-1:123456789012:mapRun:Order/a:b", "../../etc/passwd", "' OR 1=1 --", "%00%0a", new string('a', 81), new string('ä', 257), new string(' ', 3000), new string('[', 20_000),
        new string('{', 20_000), "{\"a\":" + new string('[', 20_000), "-1", "1e999", "INITIAL",
    ];

    private static readonly string[] s_targets =
        ["", "AWSStepFunctions", "AWSStepFunctions.", ".", "AWSStepFunctions.describeexecution", "AWSStepFunctions.DescribeExecution.", "AWSStepFunctions.ToString", "AWSStepFunctions.../", "Other.StartExecution"];

    private readonly Random _random = new(seed);

    /// <summary>A broken request made of one of the sound ones.</summary>
    public (string Target, byte[] Body, (string Name, string Value)[] Headers) Next(IReadOnlyList<(string Operation, JsonObject Request)> sound)
    {
        (string operation, JsonObject request) = sound[_random.Next(sound.Count)];
        string target = "AWSStepFunctions." + operation;
        JsonObject changed = (JsonObject)request.DeepClone();
        if (_random.Next(10) < 7)
        {
            for (int count = 1 + _random.Next(3); count > 0; count--)
                Change(changed);
        }

        byte[] body = Encoding.UTF8.GetBytes(changed.ToJsonString());
        if (_random.Next(10) < 4)
            body = Break(body);
        List<(string, string)> headers = [];
        if (_random.Next(10) < 2)
            headers.Add((Pick("Authorization", "X-Amzn-Trace-Id", "X-Amz-Date", "Accept-Encoding", "Content-Encoding", "Expect"), Printable()));
        if (_random.Next(20) == 0)
            target = s_targets[_random.Next(s_targets.Length)];
        return (target, body, [.. headers]);
    }

    private void Change(JsonObject request)
    {
        JsonNode at = request;
        // Down to any place in it.
        while (_random.Next(3) > 0 && Children(at) is { Count: > 0 } children)
            at = children[_random.Next(children.Count)];
        if (at is not JsonObject && at is not JsonArray)
        {
            at.ReplaceWith(Value());
            return;
        }

        if (at is JsonArray list)
        {
            list.Add(Value());
            return;
        }

        JsonObject members = (JsonObject)at;
        string[] names = [.. members.Select(static member => member.Key), Pick("maxResults", "nextToken", "name", "tags", "colour", "\u0000", "includedData", "clientToken", "mapRunArn", "definition", "input")];
        string name = names[_random.Next(names.Length)];
        switch (_random.Next(4))
        {
            case 0:
                members.Remove(name);
                break;
            default:
                members[name] = Value();
                break;
        }
    }

    private static List<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject members => [.. members.Where(static member => member.Value is not null).Select(static member => member.Value!)],
        JsonArray items => [.. items.Where(static item => item is not null).Select(static item => item!)],
        _ => [],
    };

    private JsonNode? Value() => _random.Next(9) switch
    {
        0 => null,
        1 => _random.Next(2) == 0,
        2 => _random.Next(-2, 2000),
        3 => JsonNode.Parse(Pick("1e400", "-0", "0.5", "9223372036854775808", "-9223372036854775809", "1e18", "123456789012345678901234567890")),
        4 => new JsonArray(),
        5 => new JsonArray(1, "a", null, new JsonObject()),
        6 => new JsonObject { ["a"] = new JsonArray() },
        _ => s_texts[_random.Next(s_texts.Length)],
    };

    private byte[] Break(byte[] body)
    {
        int at = _random.Next(body.Length);
        switch (_random.Next(9))
        {
            case 0:
                return body[..at];
            case 1:
                body[at] = (byte)_random.Next(256);
                return body;
            case 2:
                return [.. body[..at], (byte)_random.Next(256), .. body[at..]];
            case 3:
                return [.. body, .. body];
            case 4:
                return [0xEF, 0xBB, 0xBF, .. body];
            case 5:
                return Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body));
            case 6:
                return [.. body[..at], 0xED, 0xA0, 0x80, .. body[at..]];
            case 7:
                return [.. body[..at], .. "\\ud800"u8, .. body[at..]];
            default:
                return _random.Next(20) == 0 ? [.. body, .. new byte[1024 * 1024]] : [.. body[at..], .. body[..at]];
        }
    }

    private string Printable() => new([.. Enumerable.Range(0, _random.Next(40)).Select(_ => (char)_random.Next(33, 127))]);

    private string Pick(params string[] texts) => texts[_random.Next(texts.Length)];
}

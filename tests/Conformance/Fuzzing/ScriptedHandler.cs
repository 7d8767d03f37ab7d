using System.Text;
using Compiled;
using Compiled.Values;

namespace Conformance.Fuzzing;

/// <summary>
/// Does all tasks of one run. What it answers, and how, follows from the script's seed, the state and how often the state asked before, so that two runs
/// of a script are answered alike; it writes down what it was asked.
/// </summary>
internal sealed class ScriptedHandler(ulong script) : ITaskHandler
{
    // A loop that never ends asks thousands of times; the first ones tell enough.
    private const int MostWritten = 200;

    private const int DataLimit = 262_144;

    private readonly List<(string Text, JsonValue Arguments)> _calls = [];
    private readonly Dictionary<string, int> _visits = new(StringComparer.Ordinal);
    private readonly bool _isCalm = script % 5 < 2;
    // Fails so often in a hundred calls, that retriers come to their last attempts.
    private readonly int _failing = script % 5 == 4 ? 60 : 0;
    private readonly bool _namesRun = script % 3 == 0;

    /// <summary>How often it was called.</summary>
    public int Count { get; private set; }

    /// <summary>The calls, each as a line: the state, the attempt, who asked, and the arguments, as they are by now.</summary>
    public List<string> Calls => [.. _calls.Select(static call => call.Text + call.Arguments)];

    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
    {
        lock (_visits)
        {
            Count++;
            if (_calls.Count < MostWritten)
                _calls.Add(($"{context.StateName} attempt {context.Attempt} {(_namesRun ? $"{context.ExecutionArn} {context.IdempotencyKey} {context.ChildName} " : "")}", input));
            _visits[context.StateName] = _visits.GetValueOrDefault(context.StateName) + 1;
            FuzzRandom random = FuzzRandom.Of(script, Number(context.StateName), _visits[context.StateName]);
            return Answer(random, context.Resource, input, context.TimeProvider, cancellationToken);
        }
    }

    private ValueTask<JsonValue> Answer(FuzzRandom random, string resource, JsonValue input, TimeProvider time, CancellationToken cancellationToken)
    {
        if (random.Percent(_failing))
            return new(JsonValue.Failure(Failure(random)));
        int draw = random.Below(_isCalm ? 60 : 100);
        if (draw < 35 || resource.EndsWith(":echo", StringComparison.Ordinal) && draw < 95)
            return new(input);
        bool mayBeLate = resource.Contains(":any", StringComparison.Ordinal);
        return draw switch
        {
            < 60 => new(Typical(random)),
            < 66 => new(Odd(random)),
            < 72 => new(JsonValue.Failure(Failure(random))),
            < 74 => throw new ScriptedException("it broke"),
            < 75 => throw new TaskFailedException(random.Pick("E.One", "E.Two"), "it said so"),
            < 76 => throw new ScriptedCancellation(),
            < 80 when mayBeLate => LaterAsync(Typical(random)),
            < 82 when mayBeLate => LaterAsync(JsonValue.Failure(Failure(random))),
            < 84 when mayBeLate => BreakLaterAsync(),
            < 87 when mayBeLate => SleepAsync(Typical(random), random.Between(1, 20), time, cancellationToken),
            < 91 => new(Large(random)),
            < 94 => new(Deep(random)),
            < 96 => new(JsonValue.Parse("{ \"n\" : 1 , \"s\":\"x\",\"n\":2, \"o\":{\"\\u006e\":3,\"n\":4}, \"list\":[ 1 ,2 ]}")),
            < 97 => ValueTask.FromException<JsonValue>(new ScriptedException("it broke without a throw")),
            < 98 => ValueTask.FromCanceled<JsonValue>(new CancellationToken(canceled: true)),
            _ => new(Typical(random)),
        };
    }

    private static JsonValue Typical(FuzzRandom random) => random.Percent(70)
        ? JsonValue.Parse($"{{\"n\":{random.Below(5)},\"s\":\"{random.Pick("x", "y", "größe")}\",\"f\":true,\"o\":{{\"n\":{random.Below(3)},\"s\":\"x\",\"list\":[1,2]}},\"list\":[{{\"n\":1}},2],\"r\":null}}")
        : JsonValue.Object(Member("n", random.Below(5)), Member("s", "built"), Member("o", JsonValue.Object(Member("n", 1.5), Member("", "empty"))), Member("list", JsonValue.Array(1, "x", JsonValue.EmptyObject)));

    private static JsonProperty Member(string name, JsonValue value) => new(Key.Of(name), value);

    private static JsonValue Odd(FuzzRandom random) => random.Below(12) switch
    {
        0 => default,
        1 => JsonValue.Null,
        2 => 5,
        3 => "text",
        4 => JsonValue.EmptyArray,
        5 => JsonValue.EmptyObject,
        6 => JsonValue.Parse("1e400"),
        7 => JsonValue.Parse("[-0, 1.0, 9007199254740993]"),
        8 => -0.0,
        9 => true,
        10 => JsonValue.Parse("{\"i\":-1,\"n\":\"1\",\"list\":{}}"),
        _ => "\"quoted\" \ud83d\ude42 \0",
    };

    private static Fault Failure(FuzzRandom random) =>
        new(random.Pick("E.One", "E.Two", "States.TaskFailed", "States.Timeout", "States.DataLimitExceeded", "States.Runtime"), random.Pick(null, "a cause", "größe \"x\""));

    private static JsonValue Large(FuzzRandom random)
    {
        int size = random.Pick(2_000, 60_000, 130_000, DataLimit - 500, DataLimit - 12, DataLimit - 11, DataLimit - 10, DataLimit, 300_000);
        return random.Percent(50) ? JsonValue.Parse("{\"s\":\"" + new string('x', size) + "\",\"n\":1}") : JsonValue.Object(Member("n", 1), Member("o", JsonValue.Object(Member("s", new string('ö', size / 2)))));
    }

    // Built values may nest deeper than any text.
    private static JsonValue Deep(FuzzRandom random)
    {
        int levels = random.Pick(100, 199, 200, 254, 255, 256, 257, 400, 511, 512, 600);
        if (levels <= 510 && random.Percent(50))
            return JsonValue.Parse("{\"n\":1,\"o\":" + FuzzInputs.Deep(levels) + "}");
        JsonValue made = JsonValue.EmptyArray;
        for (int level = 1; level < levels; level++)
            made = JsonValue.Array(made);
        return made;
    }

    private static async ValueTask<JsonValue> LaterAsync(JsonValue answer)
    {
        await Task.Yield();
        return answer;
    }

    private static async ValueTask<JsonValue> BreakLaterAsync()
    {
        await Task.Yield();
        throw new ScriptedException("it broke later");
    }

    private static async ValueTask<JsonValue> SleepAsync(JsonValue answer, int seconds, TimeProvider time, CancellationToken cancellationToken)
    {
        await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    // Text has no hash that is the same in every process.
    private static int Number(string name)
    {
        int number = 17;
        foreach (byte part in Encoding.UTF8.GetBytes(name))
            number = unchecked(number * 31 + part);
        return number;
    }
}

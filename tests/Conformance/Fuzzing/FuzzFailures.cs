using System.Text.Json.Nodes;

namespace Conformance.Fuzzing;

/// <summary>Retriers and catchers: some name what handlers raise, some what they don't, some are shadowed by those before them.</summary>
internal sealed class FuzzFailures(FuzzRandom random)
{
    private static readonly string[] s_errors = ["E.One", "E.Two", "States.TaskFailed", "States.Timeout", "ScriptedException", "States.Runtime", "States.DataLimitExceeded", "E.Other"];

    /// <summary>One to three retriers; only the last may take every error.</summary>
    public JsonArray Retriers()
    {
        JsonArray made = [];
        for (int left = random.Pick(0, 0, 1, 2); left >= 0; left--)
            made.Add((JsonNode)Retrier(isLast: left == 0));
        return made;
    }

    /// <summary>The names that a catcher waits for.</summary>
    public JsonArray Errors(bool isLast)
    {
        if (isLast && random.Percent(50))
            return new JsonArray("States.ALL");
        JsonArray names = [random.Pick(s_errors)];
        if (random.Percent(30))
            names.Add((JsonNode)random.Pick(s_errors));
        return names;
    }

    private JsonObject Retrier(bool isLast)
    {
        JsonObject made = new() { ["ErrorEquals"] = Errors(isLast), ["MaxAttempts"] = random.Below(5) };
        if (random.Percent(50))
            made.Add("IntervalSeconds", random.Between(1, 3));
        if (random.Percent(40))
            made.Add("BackoffRate", random.Pick(1.5, 1, 3.25));
        if (random.Percent(20))
            made.Add("JitterStrategy", random.Pick("FULL", "FULL", "NONE"));
        if (random.Percent(20))
            made.Add("MaxDelaySeconds", random.Between(4, 9));
        return made;
    }
}

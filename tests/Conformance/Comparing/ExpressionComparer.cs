using System.Text.Json;
using Compiled.Values;
using Conformance.Corpus;

namespace Conformance.Comparing;

/// <summary>
/// Compares what an expression came to with what its case expects. Numbers are compared as doubles, which they are in JSONata; the order
/// of members does not count; errors are compared by code, and by text where the case says it.
/// </summary>
public static class ExpressionComparer
{
    private const int MostShown = 240;

    /// <summary>The difference as <c>expected ..., got ...</c>; null when there is none.</summary>
    public static string? Compare(JsonataCase item, EvaluationOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(outcome);
        return IsAsExpected(item, outcome) ? null : $"expected {Expected(item)}, got {Got(outcome)}";
    }

    /// <summary>Whether a value is the JSON expected; <paramref name="unordered"/>: arrays as bags, at every level.</summary>
    public static bool AreEqual(JsonElement expected, JsonValue actual, bool unordered) => expected.ValueKind switch
    {
        JsonValueKind.Number => actual.TryGetDouble(out double number) && number.Equals(expected.GetDouble()),
        JsonValueKind.String => actual.IsString && actual.AsString() == expected.GetString(),
        JsonValueKind.True => actual.IsTrue,
        JsonValueKind.False => actual.IsBoolean && !actual.IsTrue,
        JsonValueKind.Null => actual.IsNull,
        JsonValueKind.Array => actual.IsArray && actual.Count == expected.GetArrayLength() && (unordered ? AreBags(expected, actual) : AreInOrder(expected, actual)),
        JsonValueKind.Object => actual.IsObject && actual.Count == expected.EnumerateObject().Count()
            && expected.EnumerateObject().All(member => AreEqual(member.Value, actual.Get(member.Name), unordered)),
        _ => actual.IsMissing,
    };

    private static bool IsAsExpected(JsonataCase item, EvaluationOutcome outcome)
    {
        if (item.Code is { } code)
            return outcome.Code == code && (item.Message is null || item.Message == outcome.Message);
        return outcome.Code is null && (item.ExpectsUndefined ? outcome.Value.IsMissing : AreEqual(item.Result, outcome.Value, item.IsUnordered));
    }

    private static bool AreInOrder(JsonElement expected, JsonValue actual)
    {
        JsonElement.ArrayEnumerator items = expected.EnumerateArray();
        foreach (JsonValue item in actual.Items())
        {
            if (!items.MoveNext() || !AreEqual(items.Current, item, unordered: false)) return false;
        }

        return true;
    }

    private static bool AreBags(JsonElement expected, JsonValue actual)
    {
        List<JsonElement> left = [.. expected.EnumerateArray()];
        foreach (JsonValue item in actual.Items())
        {
            int at = left.FindIndex(candidate => AreEqual(candidate, item, unordered: true));
            if (at < 0) return false;
            left.RemoveAt(at);
        }

        return true;
    }

    private static string Expected(JsonataCase item) =>
        item.Code is { } code ? $"error {code}{(item.Message is { } message ? ": " + message : "")}"
        : item.ExpectsUndefined ? "undefined" : Shown(item.Result.GetRawText());

    private static string Got(EvaluationOutcome outcome) => outcome.Code is { } code ? $"error {code}: {Shown(outcome.Message)}" : Shown(Text(outcome.Value));

    private static string Text(JsonValue value)
    {
        try
        {
            return value.IsMissing ? "undefined" : value.IsFunction ? "a function" : value.ToString();
        }
        catch (InvalidOperationException exception)
        {
            return $"what cannot be written: {exception.Message}";
        }
    }

    private static string Shown(string text) => text.Length <= MostShown ? text : text[..MostShown] + "...";
}

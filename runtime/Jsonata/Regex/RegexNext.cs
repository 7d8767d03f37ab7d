using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The function <c>next</c> of a match: gives the match behind it.</summary>
internal sealed class RegexNext(JsonataRegex regex, string text, int from) : JsonataFunction
{
    private static readonly Key s_match = Key.Of("match");
    private static readonly Key s_start = Key.Of("start");
    private static readonly Key s_end = Key.Of("end");
    private static readonly Key s_groups = Key.Of("groups");
    private static readonly Key s_next = Key.Of("next");

    public override int Arity => 0;

    /// <summary>The first match at a place or behind it, as JSONata's object; missing if there is none.</summary>
    public static JsonValue First(JsonataRegex regex, string text, int from, Evaluation evaluation)
    {
        using JsonataMatches matches = regex.Matches(text, evaluation, from);
        return matches.MoveNext() ? Shape(regex, text, matches) : default;
    }

    public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation)
    {
        if (from >= text.Length)
        {
            return default;
        }

        using JsonataMatches matches = regex.Matches(text, evaluation, from);
        if (!matches.MoveNext())
        {
            return default;
        }

        return matches.Match.IsEmpty ? throw JsonataMatches.EmptyMatch() : Shape(regex, text, matches);
    }

    private static JsonValue Shape(JsonataRegex regex, string text, in JsonataMatches match) => JsonValue.ObjectOf(
    [
        new(s_match, JsonValue.String(match.Match.ToString())),
        new(s_start, match.Start),
        new(s_end, match.End),
        new(s_groups, match.Groups()),
        new(s_next, new RegexNext(regex, text, match.End).AsValue()),
    ]);
}

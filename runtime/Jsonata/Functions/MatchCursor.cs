using Compiled.Expressions;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// The matches that a matcher finds in a text, one after another. A matcher is a function: it takes the text and gives the first match, or
/// nothing: <c>{"match": "b", "start": 1, "end": 2, "groups": ["b"], "next": function}</c>, of which <c>next</c> gives the one behind it.
/// </summary>
/// <remarks>A regular expression is asked directly, without making those objects.</remarks>
internal ref struct MatchCursor
{
    private static readonly Key s_match = Key.Of("match");
    private static readonly Key s_index = Key.Of("index");
    private static readonly Key s_start = Key.Of("start");
    private static readonly Key s_end = Key.Of("end");
    private static readonly Key s_groups = Key.Of("groups");
    private static readonly Key s_next = Key.Of("next");

    private readonly bool _isRegex;
    private readonly JsonValue _text;
    private readonly int _length;
    private readonly string _function;
    private readonly Evaluation _evaluation;
    private JsonataFunction? _next;
    private JsonataMatches _matches;

    /// <summary>Before the first match.</summary>
    /// <param name="matcher">The matcher.</param>
    /// <param name="text">The text.</param>
    /// <param name="function">The built-in function, for errors.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="needsObject">Whether <see cref="Object"/> is wanted, also of a regular expression.</param>
    public MatchCursor(JsonataFunction matcher, string text, string function, Evaluation evaluation, bool needsObject = false)
    {
        if (!needsObject && matcher is JsonataRegex regex)
        {
            _isRegex = true;
            _matches = regex.Matches(text, evaluation);
        }

        _next = matcher;
        _text = JsonValue.String(text);
        _length = text.Length;
        _function = function;
        _evaluation = evaluation;
    }

    /// <summary>The match itself.</summary>
    public JsonValue Object { get; private set; }

    /// <summary>Where the match starts, within the text.</summary>
    public readonly int Start => _isRegex ? _matches.Start : Place(Object[s_start]);

    /// <summary>Where the match says that it ends, within the text.</summary>
    public readonly int End => _isRegex ? _matches.End : Place(Object[s_end]);

    /// <summary>Where what was matched ends: its start and its length.</summary>
    /// <exception cref="JsonataException">T1010: the match does not say what was matched.</exception>
    public readonly int TextEnd => _isRegex ? _matches.End : Math.Min(Start + Text.AsString().Length, _length);

    /// <summary>How many groups there are.</summary>
    public readonly int GroupCount => _isRegex ? _matches.GroupCount : Object[s_groups].Count;

    private readonly JsonValue Text => Object[s_match] is { IsString: true } text ? text : throw Refuse();

    /// <summary>Appends what was matched.</summary>
    public readonly void AppendMatch(scoped ref TextBuilder result)
    {
        if (_isRegex)
        {
            result.Append(_matches.Match);
        }
        else
        {
            result.Append(Text);
        }
    }

    /// <summary>Appends what a group matched, counted from 1; nothing if it took no part.</summary>
    public readonly void AppendGroup(scoped ref TextBuilder result, int number)
    {
        if (!_isRegex)
        {
            if (Object[s_groups][number - 1] is { IsString: true } group)
            {
                result.Append(group);
            }
        }
        else if (_matches.TryGroup(number, out ReadOnlySpan<char> text))
        {
            result.Append(text);
        }
    }

    /// <summary>What <c>$match</c> makes of the match: <c>{"match": "b", "index": 1, "groups": ["b"]}</c>.</summary>
    public readonly JsonValue Described()
    {
        if (_isRegex)
        {
            return JsonValue.ObjectOf(
            [
                new(s_match, JsonValue.String(_matches.Match.ToString())),
                new(s_index, JsonValue.Number((long)_matches.Start)),
                new(s_groups, _matches.Groups()),
            ]);
        }

        var members = new ObjectBuilder(3);
        members.Add(s_match, Object[s_match]);
        members.Add(s_index, Object[s_start]);
        members.Add(s_groups, Object[s_groups]);
        return members.ToValue();
    }

    /// <summary>Whether the matcher finds anything, which for any function but a regular expression is whether it gives a value.</summary>
    /// <exception cref="JsonataException">T1010: the matcher gave no match.</exception>
    public static bool IsMatch(JsonataFunction matcher, in JsonValue text, string function, Evaluation evaluation)
    {
        if (matcher is JsonataRegex regex)
        {
            return regex.IsMatch(text, evaluation);
        }

        JsonValue result = matcher.Invoke([text], evaluation);
        return IsNothing(result) ? !result.IsMissing : IsMatch(result) ? true : throw JsonataError.Of("T1010", token: function);
    }

    /// <summary>Goes to the next match; false if there is none.</summary>
    /// <exception cref="JsonataException">T1010: the matcher gave no match, or one without a next.</exception>
    public bool MoveNext()
    {
        if (_isRegex)
        {
            return _matches.MoveNext();
        }

        if (_next is null)
        {
            throw Refuse();
        }

        _evaluation.Step();
        bool isFirst = Object.IsMissing;
        Object = _next.Invoke([isFirst ? _text : default], _evaluation);
        if (Object.IsMissing)
        {
            return false;
        }

        if (!IsMatch(Object))
        {
            throw Refuse();
        }

        _next = Object[s_next].AsFunction;
        return true;
    }

    /// <summary>Gives back what a regular expression worked with.</summary>
    public void Dispose()
    {
        if (_isRegex)
        {
            _matches.Dispose();
        }
    }

    // JSONata takes an object for a match that has one of these right.
    private static bool IsMatch(in JsonValue result)
        => result.IsObject && (result[s_start].IsNumber || result[s_groups].IsArray || result[s_next].IsFunction);

    // What JavaScript takes for false.
    private static bool IsNothing(in JsonValue result) => result.Kind switch
    {
        JsonKind.Missing or JsonKind.Null or JsonKind.False => true,
        JsonKind.String => Texts.IsEmpty(result),
        JsonKind.Number => result.AsDouble() == 0,
        _ => false,
    };

    private readonly int Place(in JsonValue place) => place.TryGetDouble(out double at) ? (int)Math.Clamp(Math.Truncate(at), 0, _length) : 0;

    private readonly JsonataException Refuse() => JsonataError.Of("T1010", token: _function);
}

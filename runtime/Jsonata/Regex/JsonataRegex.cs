using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// A regular expression of JSONata, <c>/pattern/flags</c>: JavaScript's without the flag u. As a function it takes a string, and the place
/// to start from, and gives the first match.
/// </summary>
/// <remarks>
/// <b>Shape</b> of a match: <c>{"match": "b", "start": 1, "end": 2, "groups": [...], "next": function}</c>. A group that took no part is a
/// missing value, as in JavaScript. <c>next</c> gives the match behind it, nothing when there is none. <b>Promise</b>: the same on every
/// machine, and bounded: matching counts against <see cref="Evaluation.Steps"/>. <b>Source</b>: ECMAScript 2018, Annex B included.
/// </remarks>
public sealed class JsonataRegex : JsonataFunction
{
    // Enough for any sensible pattern over a text of AWS's largest size; a quarter of a second at most.
    private const long StepsWithoutEvaluation = 20_000_000;

    private readonly RegexProgram _program;

    /// <summary>A pattern that was found to be right when its expression was compiled.</summary>
    /// <param name="pattern">What stands between the slashes.</param>
    /// <param name="flags">Among <c>i</c> and <c>m</c>.</param>
    /// <exception cref="ArgumentException">The pattern is none, or the flags are others.</exception>
    public JsonataRegex(string pattern, string flags = "")
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(flags);
        _program = RegexProgram.Of(pattern, flags);
        Pattern = pattern;
        Flags = flags;
    }

    /// <summary>What stands between the slashes.</summary>
    public string Pattern { get; }

    /// <summary>What stands behind them.</summary>
    public string Flags { get; }

    /// <summary>How many groups capture.</summary>
    public int GroupCount => _program.GroupCount;

    /// <inheritdoc/>
    public override int Arity => 2;

    /// <summary>Whether a string has a match, without making one. False for anything but a string.</summary>
    /// <exception cref="JsonataException">U1001: the pattern takes too many steps.</exception>
    public bool IsMatch(JsonValue text)
    {
        long steps = StepsWithoutEvaluation;
        return IsMatch(text, ref steps);
    }

    /// <summary>Whether a string has a match, counted against an evaluation.</summary>
    /// <exception cref="JsonataException">U1001: the evaluation has no steps left.</exception>
    public bool IsMatch(JsonValue text, Evaluation evaluation) => IsMatch(text, ref evaluation.Steps);

    /// <summary>The matches of a text one behind the other.</summary>
    public JsonataMatches Matches(string text, Evaluation evaluation, int from = 0) => new(_program, text, evaluation, from);

    /// <inheritdoc/>
    public override JsonValue Invoke(ReadOnlySpan<JsonValue> arguments, Evaluation evaluation)
    {
        // JavaScript matches the text of what is no string; the only texts of those that mean anything are those of JSON's scalars.
        JsonValue subject = arguments.Length > 0 ? arguments[0] : default;
        if (subject.Kind is JsonKind.Missing or JsonKind.Array or JsonKind.Object or JsonKind.Function)
        {
            return default;
        }

        double from = arguments.Length > 1 && arguments[1].TryGetDouble(out double number) ? Math.Max(0, Math.Truncate(number)) : 0;
        string text = subject.IsString ? subject.AsString() : subject.ToString();
        return from > text.Length ? default : RegexNext.First(this, text, (int)from, evaluation);
    }

    [SkipLocalsInit]
    private bool IsMatch(JsonValue text, ref long steps)
    {
        if (!text.IsString)
        {
            return false;
        }

        Span<char> scratch = stackalloc char[TextChars.StackChars];
        using var chars = new TextChars(text, scratch);
        RegexWorkspace work = RegexWorkspace.Rent();
        var matcher = new RegexMatcher(_program, chars.Chars, work, steps);
        bool isMatch = matcher.Search(0);
        steps = matcher.Steps;
        work.Return();
        return isMatch;
    }
}

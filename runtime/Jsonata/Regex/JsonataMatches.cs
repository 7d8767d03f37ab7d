using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// The matches of a regular expression in a text, for <c>foreach</c>; nothing is allocated for those only looked at. As in JSONata the
/// first match may be empty, a later one is an error.
/// </summary>
public ref struct JsonataMatches
{
    private readonly RegexProgram _program;
    private readonly string _text;
    private readonly Evaluation _evaluation;
    private RegexWorkspace? _work;
    private bool _hasStarted;

    internal JsonataMatches(RegexProgram program, string text, Evaluation evaluation, int from)
    {
        _program = program;
        _text = text;
        _evaluation = evaluation;
        _work = RegexWorkspace.Rent();
        End = from;
    }

    /// <summary>Where the match starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the match ends, exclusive; before the first one, where the search starts.</summary>
    public int End { get; private set; }

    /// <summary>How many groups capture.</summary>
    public readonly int GroupCount => _program.GroupCount;

    /// <summary>What was matched.</summary>
    public readonly ReadOnlySpan<char> Match => _text.AsSpan(Start, End - Start);

    /// <summary>The match that the loop is at.</summary>
    public readonly JsonataMatches Current => this;

    /// <summary>Itself, for <c>foreach</c>.</summary>
    public readonly JsonataMatches GetEnumerator() => this;

    /// <summary>Goes to the next match; false if there is none.</summary>
    /// <exception cref="JsonataException">D1004: a match behind the first one is empty. U1001: the evaluation has no steps left.</exception>
    public bool MoveNext()
    {
        if (_hasStarted && End >= _text.Length)
        {
            return false;
        }

        var matcher = new RegexMatcher(_program, _text, _work!, _evaluation.Steps);
        bool isMatch = matcher.Search(End);
        _evaluation.Steps = matcher.Steps;
        if (!isMatch)
        {
            return false;
        }

        (Start, End) = _work!.Group(0);
        if (_hasStarted && Start == End)
        {
            throw EmptyMatch();
        }

        _hasStarted = true;
        return true;
    }

    /// <summary>What a group captured, counted from 1; false if it took no part in the match or there is none of that number.</summary>
    public readonly bool TryGroup(int number, out ReadOnlySpan<char> text)
    {
        (int start, int end) = number >= 1 && number <= GroupCount ? _work!.Group(number) : (-1, -1);
        text = start < 0 ? default : _text.AsSpan(start, end - start);
        return start >= 0;
    }

    /// <summary>What the groups captured, as an array; one that took no part is a missing value in it.</summary>
    public readonly JsonValue Groups()
    {
        if (GroupCount == 0)
        {
            return JsonValue.EmptyArray;
        }

        var groups = new JsonValue[GroupCount];
        for (int i = 0; i < groups.Length; i++)
        {
            groups[i] = TryGroup(i + 1, out ReadOnlySpan<char> text) ? JsonValue.String(text.ToString()) : default;
        }

        return JsonValue.ArrayOf(groups);
    }

    /// <summary>D1004: a search that went on here would never end.</summary>
    internal static JsonataException EmptyMatch() => JsonataError.Of("D1004");

    /// <summary>Gives back what the search worked with.</summary>
    public void Dispose()
    {
        _work?.Return();
        _work = null;
    }
}

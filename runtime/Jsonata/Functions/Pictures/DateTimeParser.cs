using System.Text;

namespace Compiled.Jsonata;

/// <summary>
/// Reads times by a picture as jsonata-js does: the text must match as a whole, letters in any case; parts that are more significant than
/// those given come from the present time, less significant ones are the least.
/// </summary>
internal sealed class DateTimeParser
{
    // A text that takes longer to match is none that a picture was made for.
    private const long MostSteps = 1_000_000;

    private readonly RegexProgram _program;
    private readonly DateTimePart[] _parts;

    /// <summary>Prepares to read by the parts of a picture.</summary>
    /// <exception cref="JsonataException">D3130, D3133: a part can be written but not read.</exception>
    public DateTimeParser(DateTimePart[] parts)
    {
        _parts = parts;
        var pattern = new StringBuilder("^");
        foreach (DateTimePart part in parts)
        {
            pattern.Append('(').Append(DateTimePartText.Pattern(part)).Append(')');
        }

        _program = RegexProgram.Of(pattern.Append('$').ToString(), "i");
    }

    /// <summary>The time in milliseconds since 1970; NaN if the text does not match or the picture has no component.</summary>
    /// <exception cref="JsonataException">D3136: parts between others are missing, or the date is one of weeks.</exception>
    public double Parse(string text, in CivilTime now)
    {
        Dictionary<char, double>? given = Match(text);
        return given is null ? double.NaN : new DateTimeAssembly(given, now).Millis();
    }

    // What the components stand for; one whose text means nothing, such as the name of no month, is NaN. Null if the text does not match.
    private Dictionary<char, double>? Match(string text)
    {
        RegexWorkspace work = RegexWorkspace.Rent();
        Dictionary<char, double>? given = null;
        if (new RegexMatcher(_program, text, work, MostSteps).Search(0))
        {
            for (int i = 0; i < _parts.Length; i++)
            {
                if (_parts[i].Literal is null)
                {
                    (int start, int end) = work.Group(i + 1);
                    given ??= [];
                    given[_parts[i].Component] = DateTimePartText.Value(_parts[i], text[start..end]);
                }
            }
        }

        work.Return();
        return given;
    }
}

using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// Something that the rules of a Choice look at: the value under a path, or the outcome of a comparison of two paths or of an expression, of which only
/// the outcome is known.
/// </summary>
internal sealed class ChoiceVariable(string name, bool isOutcome)
{
    // With more patterns on one variable the worlds would be too many to look at.
    private const int MostPatterns = 6;

    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);
    private readonly SortedSet<double> _numbers = [];
    private readonly SortedSet<DateTimeOffset> _instants = [];
    private readonly List<string> _patterns = [];
    private bool _isTested;
    private bool _isBoolean;
    private bool _isText;
    private readonly Dictionary<string, int> _textPlaces = new(StringComparer.Ordinal);
    private readonly Dictionary<double, int> _numberPlaces = [];
    private readonly Dictionary<DateTimeOffset, int> _instantPlaces = [];

    /// <summary>The path, or the comparison or expression as written.</summary>
    public string Name { get; } = name;

    /// <summary>Whether only the outcome of a comparison or expression is known.</summary>
    public bool IsOutcome { get; } = isOutcome;

    /// <summary>The position among the Choice's variables.</summary>
    public int Index { get; set; }

    /// <summary>The worlds to look at; empty when they are too many.</summary>
    public IReadOnlyList<ValueWorld> Worlds { get; private set; } = [];

    /// <summary>Takes note of what a condition compares the variable with.</summary>
    /// <param name="comparison">The condition.</param>
    /// <param name="isUnknown">Whether the operand is not known before the machine runs.</param>
    public void Note(ComparisonCondition comparison, bool isUnknown)
    {
        _isTested |= comparison.Operator >= ComparisonOperator.IsNull || comparison.Path is not null;
        if (isUnknown)
        {
            _isText |= comparison.Operator <= ComparisonOperator.StringMatches;
            return;
        }
        _isBoolean |= comparison.Operator == ComparisonOperator.BooleanEquals;
        _isText |= comparison.Literal is StringNode;
        if (comparison.Literal is StringNode text && comparison.Operator == ComparisonOperator.StringMatches && !_patterns.Contains(text.Value))
            _patterns.Add(text.Value);
        else if (comparison.Literal is StringNode instant && IsTimestamp(comparison.Operator) && Timestamps.TryParse(instant.Value, out DateTimeOffset time))
            _instants.Add(time);
        else if (comparison.Literal is StringNode constant && comparison.Operator <= ComparisonOperator.StringGreaterThanEquals)
            _texts.Add(constant.Value);
        else if (comparison.Literal is NumberNode number)
            _numbers.Add(number.Value);
    }

    /// <summary>The place of a constant that has been noted.</summary>
    public int PlaceOf(JsonNode? constant, ComparisonOperator @operator) => constant switch
    {
        NumberNode number => _numberPlaces[number.Value],
        StringNode text when IsTimestamp(@operator) => Timestamps.TryParse(text.Value, out DateTimeOffset instant) ? _instantPlaces[instant] : -1,
        StringNode text => _textPlaces[text.Value],
        _ => -1,
    };

    /// <summary>The bit of a pattern.</summary>
    public long BitOf(string pattern) => 1L << _patterns.IndexOf(pattern);

    /// <summary>
    /// Whether values of that kind are what the rules are about: of the type of a constant they are compared with, or any where their type is tested.
    /// </summary>
    public bool IsMeant(ValueClass kind) => IsOutcome || _isTested || kind switch
    {
        ValueClass.Text => _isText,
        ValueClass.Number => _numbers.Count > 0,
        ValueClass.True or ValueClass.False => _isBoolean,
        _ => false,
    };

    /// <summary>The constant at a place, as messages write it; null for a gap.</summary>
    public string? ConstantAt(ValueWorld world) => (world.Kind, world.Place % 2) switch
    {
        (ValueClass.Text, 1) => $"'{_texts.ElementAt(world.Place / 2)}'",
        (ValueClass.Number, 1) => Places.Text(_numbers.ElementAt(world.Place / 2)),
        _ => null,
    };

    /// <summary>Finds the worlds, once everything has been noted.</summary>
    public void Complete()
    {
        Number(_texts, _textPlaces);
        Number(_numbers, _numberPlaces);
        Number(_instants, _instantPlaces);
        if (IsOutcome)
            Worlds = [new(ValueClass.False), new(ValueClass.True)];
        else if (_patterns.Count <= MostPatterns)
            Worlds = [.. All()];
    }

    private static void Number<T>(SortedSet<T> constants, Dictionary<T, int> places)
        where T : notnull
    {
        foreach (T constant in constants)
            places[constant] = (2 * places.Count) + 1;
    }

    private IEnumerable<ValueWorld> All() =>
        Texts()
            .Concat(Enumerable.Range(0, (2 * _numbers.Count) + 1).Select(place => new ValueWorld(ValueClass.Number, place)))
            .Concat([new(ValueClass.False), new(ValueClass.True), new(ValueClass.Null), new(ValueClass.Object), new(ValueClass.Array), new(ValueClass.Absent)]);

    // Of a text that is no constant nothing is known but its place: it may be a timestamp or not and have each pattern or not.
    private IEnumerable<ValueWorld> Texts()
    {
        string[] texts = [.. _texts];
        for (int place = 0; place <= 2 * texts.Length; place++)
        {
            if (place % 2 == 1)
            {
                string text = texts[place / 2];
                yield return new ValueWorld(ValueClass.Text, place, InstantOf(text), PatternsOf(text));
                continue;
            }
            for (int instant = 2 * _instants.Count; instant >= -1; instant--)
            {
                for (long patterns = 0; patterns < 1L << _patterns.Count; patterns++)
                    yield return new ValueWorld(ValueClass.Text, place, instant, patterns);
            }
        }
    }

    private int InstantOf(string text)
    {
        if (!Timestamps.TryParse(text, out DateTimeOffset instant))
            return -1;
        int below = _instants.Count(other => other < instant);
        return _instants.Contains(instant) ? (2 * below) + 1 : 2 * below;
    }

    private long PatternsOf(string text) => _patterns.Where(pattern => StringPattern.Fits(pattern, text)).Aggregate(0L, (bits, pattern) => bits | BitOf(pattern));

    private static bool IsTimestamp(ComparisonOperator @operator) =>
        @operator is >= ComparisonOperator.TimestampEquals and <= ComparisonOperator.TimestampGreaterThanEquals;
}

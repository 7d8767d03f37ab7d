using Compiled.Language.Binding;
using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Rules;

/// <summary>
/// Something that the rules of a Choice look at: the value under a path, or the outcome of a comparison of two paths or of an expression, of which only
/// the outcome is known.
/// </summary>
internal sealed class ChoiceVariable(string name, bool isOutcome, int index)
{
    // With more patterns on one variable the worlds would be too many to look at.
    private const int MostPatterns = 6;

    // The constants in order, each once, when everything has been noted.
    private readonly List<string> _texts = [];
    private readonly List<double> _numbers = [];
    private readonly List<DateTimeOffset> _instants = [];
    private readonly List<string> _patterns = [];
    private bool _isTested;
    private bool _isBoolean;
    private bool _isText;

    /// <summary>The path, or the comparison or expression as written.</summary>
    public string Name { get; } = name;

    /// <summary>Whether only the outcome of a comparison or expression is known.</summary>
    public bool IsOutcome { get; } = isOutcome;

    /// <summary>The position among the Choice's variables.</summary>
    public int Index { get; } = index;

    /// <summary>The worlds to look at; empty when they are too many.</summary>
    public IReadOnlyList<ValueWorld> Worlds { get; private set; } = [];

    /// <summary>What the comparison or expression comes to in the worlds given.</summary>
    public Truth Outcome(ValueWorld[] worlds) => worlds[Index].Kind == ValueClass.True ? Truth.True : Truth.False;

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
        NumberNode number => Place(_numbers.BinarySearch(number.Value)),
        StringNode text when IsTimestamp(@operator) => Timestamps.TryParse(text.Value, out DateTimeOffset instant) ? Place(_instants.BinarySearch(instant)) : -1,
        StringNode text => Place(_texts.BinarySearch(text.Value, StringComparer.Ordinal)),
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
        (ValueClass.Text, 1) => $"'{_texts[world.Place / 2]}'",
        (ValueClass.Number, 1) => Places.Text(_numbers[world.Place / 2]),
        _ => null,
    };

    /// <summary>Finds the worlds, once everything has been noted.</summary>
    public void Complete()
    {
        Order(_texts, StringComparer.Ordinal);
        Order(_numbers, Comparer<double>.Default);
        Order(_instants, Comparer<DateTimeOffset>.Default);
        if (IsOutcome)
            Worlds = [new(ValueClass.False), new(ValueClass.True)];
        else if (_patterns.Count <= MostPatterns)
            Worlds = All();
    }

    private static int Place(int index) => (2 * index) + 1;

    private static void Order<T>(List<T> constants, IComparer<T> order)
    {
        if (constants.Count < 2)
            return;
        constants.Sort(order);
        int last = 0;
        for (int i = 1; i < constants.Count; i++)
        {
            if (order.Compare(constants[last], constants[i]) != 0)
                constants[++last] = constants[i];
        }
        constants.RemoveRange(last + 1, constants.Count - last - 1);
    }

    private List<ValueWorld> All()
    {
        List<ValueWorld> worlds = [];
        AddTexts(worlds);
        for (int place = 0; place <= 2 * _numbers.Count; place++)
            worlds.Add(new ValueWorld(ValueClass.Number, place));
        for (ValueClass kind = ValueClass.False; kind <= ValueClass.Absent; kind++)
            worlds.Add(new ValueWorld(kind));
        return worlds;
    }

    // Of a text that is no constant nothing is known but its place: it may be a timestamp or not and have each pattern or not.
    private void AddTexts(List<ValueWorld> worlds)
    {
        for (int place = 0; place <= 2 * _texts.Count; place++)
        {
            if (place % 2 == 1)
            {
                string text = _texts[place / 2];
                worlds.Add(new ValueWorld(ValueClass.Text, place, InstantOf(text), PatternsOf(text)));
                continue;
            }
            for (int instant = 2 * _instants.Count; instant >= -1; instant--)
            {
                for (long patterns = 0; patterns < 1L << _patterns.Count; patterns++)
                    worlds.Add(new ValueWorld(ValueClass.Text, place, instant, patterns));
            }
        }
    }

    private int InstantOf(string text)
    {
        if (!Timestamps.TryParse(text, out DateTimeOffset instant))
            return -1;
        int index = _instants.BinarySearch(instant);
        return index >= 0 ? Place(index) : 2 * ~index;
    }

    private long PatternsOf(string text)
    {
        long bits = 0;
        for (int i = 0; i < _patterns.Count; i++)
            bits |= StringPattern.Fits(_patterns[i], text) ? 1L << i : 0;
        return bits;
    }

    private static bool IsTimestamp(ComparisonOperator @operator) =>
        @operator is >= ComparisonOperator.TimestampEquals and <= ComparisonOperator.TimestampGreaterThanEquals;
}

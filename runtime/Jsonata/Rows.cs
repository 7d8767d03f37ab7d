using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>The tuples of a path that binds variables, kept where all of them have to be there: each an item and the variables bound for it.</summary>
/// <param name="width">How many values a row has.</param>
public sealed class Rows(int width)
{
    private readonly List<JsonValue> _cells = [];

    /// <summary>How many rows there are.</summary>
    public int Count => _cells.Count / width;

    /// <summary>A value of a row.</summary>
    public JsonValue this[int row, int column] => _cells[row * width + column];

    /// <summary>Adds a row, which has the width said.</summary>
    public void Add(params ReadOnlySpan<JsonValue> row) => _cells.AddRange(row);
}

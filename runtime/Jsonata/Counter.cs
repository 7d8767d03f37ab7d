using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Counts what a path gives without collecting it: <c>$count(path)</c>.</summary>
public struct Counter
{
    private long _count;
    private int _results;
    private bool _isWhole;

    // The first item: an array that is the only one is what the path gives, and its items count; unless it stands in an array that is all there is.
    private JsonValue _first;

    /// <summary>Adds what the last step of a path gives for one item: see <see cref="Sequence.Add"/>.</summary>
    public void Add(JsonValue result)
    {
        if (result.IsMissing)
        {
            return;
        }

        _results++;
        _isWhole = false;
        if (!result.IsArray || (result.IsKept && !result.IsSequence))
        {
            Push(result);
            return;
        }

        _isWhole = _results == 1 && !result.IsSequence;
        int count = result.Count;
        if (_count == 0 && count > 0)
        {
            _first = result[0];
        }

        _count += count;
    }

    /// <summary>Adds one item.</summary>
    public void Push(JsonValue item)
    {
        if (item.IsMissing)
        {
            return;
        }

        if (_count == 0)
        {
            _first = item;
        }

        _count++;
    }

    /// <summary>How many items the path's value has.</summary>
    public readonly double Count() => _count == 1 && _first.IsArray && !_isWhole ? _first.Count : _count;
}

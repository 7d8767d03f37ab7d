using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Sums, counts and compares what a path gives without collecting it: <c>$sum</c>, <c>$count</c>, <c>$max</c>, <c>$min</c>, <c>$average</c>
/// over a path.
/// </summary>
/// <param name="function">The function's name, for errors.</param>
public struct Total(string function)
{
    private readonly bool _ranks = function is "max" or "min";
    private double _sum;
    private double _most = double.NegativeInfinity;
    private double _least = double.PositiveInfinity;
    private int _count;
    private int _results;
    private bool _isEmptyArray;

    // An array among the items: right only if it is the only one, when the path's value is that array.
    private JsonValue _array;

    /// <summary>Adds what the last step of a path gives for one item: see <see cref="Sequence.Add"/>.</summary>
    public void Add(JsonValue result)
    {
        if (result.Node is null)
        {
            return;
        }

        _results++;
        if (!result.IsArray || (result.IsKept && !result.IsSequence))
        {
            Push(result);
            return;
        }

        bool isWhole = _results == 1 && !result.IsSequence;
        _isEmptyArray = isWhole && result.Count == 0;
        foreach (JsonValue item in result.Items())
        {
            if (isWhole && item.IsArray)
            {
                throw Arguments.ItemMismatch(function, 1, 'n');
            }

            Push(item);
        }
    }

    /// <summary>Adds one item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(JsonValue item)
    {
        if (item.TryGetDouble(out double number))
        {
            Push(number);
        }
        else
        {
            PushOther(item);
        }
    }

    /// <summary>Adds a number; NaN is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(double number)
    {
        if (!double.IsNaN(number))
        {
            _count++;
            _sum += number;
            if (_ranks)
            {
                _most = Math.Max(_most, number);
                _least = Math.Min(_least, number);
            }
        }
    }

    /// <summary><c>$sum</c>: missing for nothing, 0 for an empty array. NaN stands for missing.</summary>
    public double Sum() => Settle() ? InRange(_sum) : _isEmptyArray ? 0 : double.NaN;

    /// <summary><c>$average</c>.</summary>
    public double Average() => Settle() ? InRange(_sum) / _count : double.NaN;

    /// <summary><c>$max</c>.</summary>
    public double Max() => Settle() ? InRange(_most) : double.NaN;

    /// <summary><c>$min</c>.</summary>
    public double Min() => Settle() ? InRange(_least) : double.NaN;

    private void PushOther(JsonValue item)
    {
        if (item.IsMissing)
        {
            return;
        }

        if (!item.IsArray || _count > 0 || !_array.IsMissing)
        {
            throw Arguments.ItemMismatch(function, 1, 'n');
        }

        _array = item;
    }

    // Whether there are numbers.
    private bool Settle()
    {
        if (!_array.IsMissing)
        {
            if (_count > 0)
            {
                throw Arguments.ItemMismatch(function, 1, 'n');
            }

            JsonValue array = _array;
            _array = default;
            _isEmptyArray = array.Count == 0;
            foreach (JsonValue item in array.Items())
            {
                if (!item.TryGetDouble(out double number))
                {
                    throw Arguments.ItemMismatch(function, 1, 'n');
                }

                Push(number);
            }
        }

        return _count > 0;
    }

    private static double InRange(double sum) => double.IsFinite(sum) ? sum : throw JsonataError.Of("D1001");
}

using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>
/// Collects the items of a value for which a function holds, where nobody sees whether they are a sequence. As long as it holds for all nothing is collected:
/// if it does to the end, an array is its own result.
/// </summary>
/// <param name="source">What the items are of.</param>
/// <param name="evaluation">What collecting many counts as steps of.</param>
/// <remarks><b>Promise</b>: a local of one evaluation; never copied while it collects.</remarks>
public struct Filtered(JsonValue source, Evaluation evaluation)
{
    private const int Few = 4, None = -1;

    private Sequence _kept = new(evaluation);

    // How many items came, all of which the function holds for; none once it did not.
    private int _all;

    /// <summary>The next item is one for which it holds; a missing value is no item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(JsonValue item)
    {
        if (_all < 0)
            _kept.Push(item);
        else if (item.Node is not null)
            _all++;
        else
            Collect();
    }

    /// <summary>The next item is one for which it does not hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip()
    {
        if (_all >= 0)
            Collect();
    }

    /// <summary>All for which it holds: missing for none, the item itself for one, else an array.</summary>
    public JsonValue ToValue()
    {
        if (_all is 0 or 1 || _all > 1 && !source.IsArray)
            Collect();
        if (_all < 0)
            return _kept.ToValue();
        // What a collector counts as it grows.
        for (int count = Few; count < _all; count *= 2)
            evaluation.Step(count);
        return source;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Collect()
    {
        int left = _all;
        _all = None;
        foreach (JsonValue item in Items.Of(source))
        {
            if (--left < 0)
                break;
            _kept.Push(item);
        }
    }
}

using System;

namespace Compiled.Generator.Emit.FastPaths.Values;

/// <summary>How large the parts of values may be, so that nothing that a path puts together of them is too large.</summary>
internal sealed class FastLimits
{
    // What a value may have at most, and how little a part may have for a path to be worth while. The runtime's FastPath knows how deep.
    private const long DataLimit = 262_144, LeastPart = 1024;
    private const int MostDepth = 200;

    private int _leaves = 1, _text, _depth;

    /// <summary>The bytes that a part may have.</summary>
    public long MostBytes => (DataLimit - _text) / Math.Max(_leaves, 1);

    public bool AreWorthWhile => _depth <= MostDepth && MostBytes >= LeastPart;

    /// <summary>Whether a value is known to be small wherever a path is written.</summary>
    public static bool IsSmall(FastValue value) => value is FastConstant && !ReferenceEquals(value, FastValue.Missing) && value.Text <= LeastPart && value.Depth <= MostDepth;

    /// <summary>A state gives on this value, or a task is called with it.</summary>
    public void Note(FastValue value)
    {
        _leaves = Math.Max(_leaves, value.Leaves);
        _text = Math.Max(_text, value.Text);
        _depth = Math.Max(_depth, value.Depth);
    }
}

namespace Compiled.Values;

/// <summary>How long the compact text of a value is and how deep it nests, in one word so that it is read and written as one.</summary>
internal readonly struct Size(long packed)
{
    /// <summary>Deeper is not told apart.</summary>
    public const int MostDepth = (1 << DepthBits) - 1;

    public const int DepthBits = 10;

    public Size(long bytes, int depth) : this(bytes << DepthBits | (long)depth)
    {
    }

    public readonly long Packed = packed;

    /// <summary>False for the default: the shortest JSON text has one byte.</summary>
    public bool IsKnown => Packed != 0;

    public long Bytes => Packed >> DepthBits;

    /// <summary>At least the levels of nesting; for parts of a document the depth of the whole document is taken.</summary>
    public int Depth => (int)Packed & MostDepth;
}

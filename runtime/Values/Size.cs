namespace Compiled.Values;

/// <summary>How long the compact text of a value is and how deep it nests, in one word so that it is read and written as one.</summary>
internal readonly struct Size(long packed)
{
    /// <summary>Deeper is not told apart.</summary>
    public const int MostDepth = (1 << DepthBits) - 1;

    public const int DepthBits = 10;

    /// <summary>
    /// What a built array says besides in the same word, for JSONata: that it is a sequence, and that it is kept as it is. A sequence that is
    /// kept stays an array even with one element; an array that is kept and no sequence stays whole where a path would flatten it.
    /// </summary>
    public const long SequenceBit = 1L << 62, KeptBit = 1L << 61;

    public Size(long bytes, int depth) : this(bytes << DepthBits | (long)depth)
    {
    }

    public readonly long Packed = packed & ~(SequenceBit | KeptBit);

    /// <summary>False for the default: the shortest JSON text has one byte.</summary>
    public bool IsKnown => Packed != 0;

    public long Bytes => Packed >> DepthBits;

    /// <summary>At least the levels of nesting; for parts of a document the depth of the whole document is taken.</summary>
    public int Depth => (int)Packed & MostDepth;
}

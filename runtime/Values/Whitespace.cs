namespace Compiled.Values;

/// <summary>Where text that is being read has whitespace between its tokens, and how to leave it out.</summary>
internal sealed class Whitespace
{
    private const int MostGapsKept = 1 << 14;

    private (int Start, int Length)[] _gaps = new (int, int)[64];
    private int _count;

    /// <summary>The bytes of whitespace so far: what offsets in the compact text are smaller by.</summary>
    public int Skipped { get; private set; }

    public void Clear()
    {
        Skipped = _count = 0;
        if (_gaps.Length > MostGapsKept)
        {
            _gaps = new (int, int)[64];
        }
    }

    /// <summary>The position of the next byte that is not whitespace.</summary>
    public int Skip(ReadOnlySpan<byte> s, int start)
    {
        int p = start;
        while ((uint)p < (uint)s.Length && s[p] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            p++;
        }

        if (p == start)
        {
            return p;
        }

        if (_count == _gaps.Length)
        {
            Array.Resize(ref _gaps, _count * 2);
        }

        _gaps[_count++] = (start, p - start);
        Skipped += p - start;
        return p;
    }

    /// <summary>A copy of the text without the whitespace.</summary>
    public byte[] Remove(ReadOnlySpan<byte> s)
    {
        if (_count == 0)
        {
            return s.ToArray();
        }

        byte[] compact = new byte[s.Length - Skipped];
        int from = 0, to = 0;
        foreach ((int start, int length) in _gaps.AsSpan(0, _count))
        {
            s[from..start].CopyTo(compact.AsSpan(to));
            to += start - from;
            from = start + length;
        }

        s[from..].CopyTo(compact.AsSpan(to));
        return compact;
    }
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Compiled.Values;

/// <summary>
/// A member's name, ready to look up and to write. Emitted code holds the names it knows in static fields, so that most comparisons are
/// of references.
/// </summary>
public sealed class Key
{
    // Names from input are kept only here, so that input cannot make a table grow: a fixed number of slots, short names only.
    private const int CacheBits = 11;
    private const int LongestCachedName = 64;

    private static readonly ConcurrentDictionary<string, Key> s_interned = new(StringComparer.Ordinal);
    private static readonly Key?[] s_cache = new Key?[1 << CacheBits];

    // The name in quotes and the colon, and behind them spare bytes.
    private readonly byte[] _text;

    // The length of the name in quotes; of that the first eight bytes, which of them there are, and the last eight where there are more.
    private readonly int _length;
    private readonly ulong _first;
    private readonly ulong _mask;
    private readonly ulong _last;

    private readonly uint _hash;
    private string? _name;

    /// <summary>So many bytes may be read from the start of the text, so that a short name is copied at once.</summary>
    internal const int Spare = 32;

    /// <summary>Where the member stood that was found last, in rows behind its object's. A guess only, which any thread may overwrite.</summary>
    internal int LastPlace;

    private Key(ReadOnlySpan<byte> quoted)
    {
        _length = quoted.Length;
        _text = new byte[_length + 1 + Spare];
        quoted.CopyTo(_text);
        _first = Eight(_text, 0);
        _mask = _length < sizeof(ulong) ? (1UL << 8 * _length) - 1 : ulong.MaxValue;
        _last = _length < sizeof(ulong) ? 0 : Eight(_text, _length - sizeof(ulong));
        _text[_length] = (byte)':';
        Kind = quoted.Contains((byte)'\\') ? RowKind.Escaped : RowKind.Plain;
        _hash = NameHash.Of(quoted);
    }

    /// <summary>The name as text.</summary>
    public string Name => _name ??= StringText.Decode(_text.AsSpan(1, _length - 2));

    /// <summary>The name in UTF-8 with quotes, the escapes that JSON demands, and the colon.</summary>
    internal ReadOnlySpan<byte> Quoted => _text.AsSpan(0, _length + 1);

    /// <summary><see cref="Quoted"/>, and behind it at least <see cref="Spare"/> bytes.</summary>
    internal byte[] Spared => _text;

    /// <summary>How the name is spelled, as a row has it.</summary>
    internal RowKind Kind { get; }

    /// <summary>How long <see cref="Quoted"/> is.</summary>
    internal int Length => _length + 1;

    /// <summary>
    /// The key of a name that is known when code is compiled, one object a name, kept for the life of the process. Don't pass names that
    /// come from input: members with such names are read with <see cref="JsonValue.Get(string)"/>.
    /// </summary>
    public static Key Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return s_interned.TryGetValue(name, out Key? key) ? key : s_interned.GetOrAdd(name, static text => FromText(text));
    }

    /// <summary>The key of a name that may come from input: the interned one if there is one, else a key that nothing holds for ever.</summary>
    internal static Key Named(string name)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.String(name);
        Key key = Of(buffer.Written);
        buffer.Return();
        return key;
    }

    /// <summary>The key of a name as it stands in a document, with its quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Key Of(ReadOnlySpan<byte> quoted)
    {
        uint slot = NameHash.Of(quoted) >> (32 - CacheBits);
        Key? key = s_cache[slot];
        return key is not null && key.Is(quoted) ? key : Miss(quoted, slot);
    }

    /// <summary>Whether two keys are the same name, whether interned or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool SameText(Key other) => _hash == other._hash && Quoted.SequenceEqual(other.Quoted);

    /// <summary>Whether a name of up to 16 bytes in the text of a document, in quotes, is this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsShort(byte[] text, int start, int length)
        => length == _length && ((Eight(text, start) ^ _first) & _mask) == 0
            && (length <= sizeof(ulong) || (length <= 2 * sizeof(ulong) && Eight(text, start + length - sizeof(ulong)) == _last));

    /// <summary>Whether a name in the text of a document, in quotes, is this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Is(byte[] text, int start, int length)
        => IsShort(text, start, length) || (length > 2 * sizeof(ulong) && Is(text.AsSpan(start, length)));

    /// <inheritdoc/>
    public override string ToString() => Name;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(ReadOnlySpan<byte> quoted) => _text.AsSpan(0, _length).SequenceEqual(quoted);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(byte[] text, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(text), at));

    private static Key Miss(ReadOnlySpan<byte> quoted, uint slot)
    {
        Key? second = s_cache[slot ^ 1];
        if (second is not null && second.Is(quoted))
        {
            return second;
        }

        var key = new Key(quoted);
        if (s_interned.TryGetValue(key.Name, out Key? interned))
        {
            key = interned;
        }

        if (quoted.Length <= LongestCachedName)
        {
            // The one that was here moves next door, so that two names of one slot don't drive each other out.
            s_cache[slot ^ 1] = s_cache[slot];
            s_cache[slot] = key;
        }

        return key;
    }

    private static Key FromText(string name)
    {
        JsonBuffer buffer = JsonBuffer.Rent();
        buffer.String(name);
        var key = new Key(buffer.Written);
        buffer.Return();
        return key;
    }
}

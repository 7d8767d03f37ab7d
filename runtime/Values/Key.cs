using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

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

    private readonly uint _hash;
    private string? _name;

    /// <summary>Where the member stood that was found last, in rows behind its object's. A guess only, which any thread may overwrite.</summary>
    internal int LastPlace;

    private Key(ReadOnlySpan<byte> quoted)
    {
        Quoted = new byte[quoted.Length + 1];
        quoted.CopyTo(Quoted);
        Quoted[^1] = (byte)':';
        _hash = NameHash.Of(quoted);
    }

    /// <summary>The name as text.</summary>
    public string Name => _name ??= StringText.Decode(Quoted.AsSpan(1, Quoted.Length - 3));

    /// <summary>The name in UTF-8 with quotes, the escapes that JSON demands, and the colon.</summary>
    internal byte[] Quoted { get; }

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
    internal bool SameText(Key other) => _hash == other._hash && Quoted.AsSpan().SequenceEqual(other.Quoted);

    /// <inheritdoc/>
    public override string ToString() => Name;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(ReadOnlySpan<byte> quoted) => Quoted.Length == quoted.Length + 1 && Quoted.AsSpan(0, quoted.Length).SequenceEqual(quoted);

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

using System.Runtime.CompilerServices;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Goes over the items of a <see cref="Sequence"/> where they are, or of the array that is all it has.</summary>
public ref struct SequenceItems
{
    private const int Opened = -1;

    private readonly ref readonly JsonValue _first;
    private readonly int _count;
    private int _at;
    private Items _opened;

    internal SequenceItems(ref readonly JsonValue first, int count)
    {
        _first = ref first;
        _count = count;
        _at = -1;
    }

    internal SequenceItems(Items opened)
    {
        _opened = opened;
        _count = Opened;
    }

    /// <summary>The item that the enumerator stands at.</summary>
    public readonly JsonValue Current
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _count == Opened ? _opened.Current : Unsafe.Add(ref Unsafe.AsRef(in _first), _at);
    }

    /// <summary>The enumerator itself, as <c>foreach</c> wants it.</summary>
    public readonly SequenceItems GetEnumerator() => this;

    /// <summary>Goes to the next item; false behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext() => _count == Opened ? _opened.MoveNext() : ++_at < _count;
}

namespace Compiled.Values;

/// <summary>An object or array that was built rather than read; remembers its size once measured.</summary>
internal abstract class BuiltNode
{
    private long _size;

    /// <summary>The measured size, or the default while nobody has asked. Racing writers write the same.</summary>
    public Size Size
    {
        get => new(Volatile.Read(ref _size));
        set => Volatile.Write(ref _size, value.Packed);
    }
}

using System.Buffers;

namespace Compiled.Values;

/// <summary>The chars of a string value for the length of a comparison, without making a string.</summary>
internal ref struct TextChars
{
    public const int StackChars = 128;

    private char[]? _rented;

    /// <summary>Decodes into the scratch space if it suffices. The value must be a string.</summary>
    public TextChars(in JsonValue value, Span<char> scratch)
    {
        if (value.Node is string text)
        {
            Chars = text;
            return;
        }

        var document = (Document)value.Node!;
        int most = document.Rows[(int)value.Bits].Length;
        Span<char> target = most <= scratch.Length ? scratch : _rented = ArrayPool<char>.Shared.Rent(most);
        Chars = target[..document.Decode((int)value.Bits, target)];
    }

    public ReadOnlySpan<char> Chars { get; private set; }

    public void Dispose()
    {
        if (_rented is not null)
        {
            Chars = default;
            ArrayPool<char>.Shared.Return(_rented);
            _rented = null;
        }
    }
}

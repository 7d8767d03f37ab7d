using System.Text;
using System.Text.Json;

namespace Compiled.Values;

/// <summary>Why text is not JSON: where, and what would have been right there.</summary>
internal readonly struct TextFault(int position, string expected)
{
    /// <summary>The fault in one line; lines and bytes are counted from 1.</summary>
    public string Describe(ReadOnlySpan<byte> text)
    {
        (int line, int column) = Place(text);
        return $"Line {line + 1}, byte {column + 1}: found {Found(text)} where {expected} was expected.";
    }

    /// <summary>The fault as System.Text.Json reports it: the properties count from 0.</summary>
    public JsonException ToException(ReadOnlySpan<byte> text)
    {
        (int line, int column) = Place(text);
        return new JsonException(Describe(text), path: null, line, column);
    }

    private (int Line, int Column) Place(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> before = text[..position];
        return (before.Count((byte)'\n'), position - (before.LastIndexOf((byte)'\n') + 1));
    }

    private string Found(ReadOnlySpan<byte> text)
    {
        if (position == text.Length)
        {
            return "the end of the text";
        }

        Rune.DecodeFromUtf8(text[position..], out Rune rune, out int length);
        if (text[position] == 0xEF && rune.Value == 0xFEFF)
        {
            return "a byte order mark";
        }

        bool printable = text[position] > 0x20 && text[position] != 0x7F && (rune != Rune.ReplacementChar || length == 3);
        return printable ? $"'{rune}'" : $"the byte 0x{text[position]:X2}";
    }
}

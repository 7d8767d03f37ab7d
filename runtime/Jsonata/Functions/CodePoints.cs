using System.Text;
using Compiled.Values;

namespace Compiled.Jsonata;

/// <summary>Counts strings by their code points, as JSONata does: a surrogate pair is one, and so is a half that stands alone.</summary>
internal static class CodePoints
{
    /// <summary>How many a string has.</summary>
    public static int Count(in JsonValue text)
    {
        if (!text.IsPlain)
        {
            using TextChars chars = new(text, stackalloc char[TextChars.StackChars]);
            return Count(chars.Chars);
        }

        ReadOnlySpan<byte> utf8 = ((Document)text.Node!).Unquoted((int)text.Bits);
        if (Ascii.IsValid(utf8))
        {
            return utf8.Length;
        }

        int count = 0;
        foreach (byte b in utf8)
        {
            if ((b & 0xC0) != 0x80)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>How many a text has.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        int count = text.Length;
        int at = text.IndexOfAnyInRange('\uD800', '\uDBFF');
        if (at < 0)
        {
            return count;
        }

        for (; at < text.Length - 1; at++)
        {
            if (char.IsSurrogatePair(text[at], text[at + 1]))
            {
                count--;
                at++;
            }
        }

        return count;
    }

    /// <summary>Where a code point starts, counted from 0; the length of the text if there are not as many.</summary>
    public static int IndexOf(ReadOnlySpan<char> text, int number)
    {
        int at = 0;
        for (; number > 0 && at < text.Length; number--)
        {
            at += at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        }

        return at;
    }
}

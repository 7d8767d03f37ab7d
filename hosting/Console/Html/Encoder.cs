using System.Buffers;
using System.Text;

namespace Compiled.WebConsole.Html;

/// <summary>Makes text safe in the content of elements and in quoted attributes.</summary>
internal static class Encoder
{
    // Characters that HTML can't have, or that end text; the rest stands as it is.
    private static readonly SearchValues<char> s_special = SearchValues.Create(
        "&<>\"'`\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    public static void Append(StringBuilder to, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int at = text.IndexOfAny(s_special);
            if (at < 0)
                break;
            to.Append(text[..at]);
            to.Append(text[at] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '`' => "&#96;",
                _ => "\uFFFD",
            });
            text = text[(at + 1)..];
        }

        to.Append(text);
    }
}

using Compiled.Language.Json;

namespace Compiled.CodeFixes;

/// <summary>A piece of a text and what is to stand there instead. An empty piece is a place to insert at.</summary>
internal sealed record TextEdit(TextSpan Span, string NewText)
{
    /// <summary>An insertion.</summary>
    public static TextEdit Insert(int position, string text) => new(new TextSpan(position, 0), text);

    /// <summary>A deletion.</summary>
    public static TextEdit Delete(int start, int end) => new(TextSpan.FromBounds(start, end), "");
}

using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>
/// A token. Its text is the operator, the name, the decoded string, the word (<c>true</c>, <c>false</c>, <c>null</c>), the digits or the
/// pattern; JSONata reports its end as its position.
/// </summary>
internal sealed class JsonataToken(JsonataTokenKind kind, string text, int start, int end)
{
    public JsonataTokenKind Kind { get; } = kind;

    public string Text { get; } = text;

    public int Start { get; } = start;

    public int End { get; } = end;

    public TextSpan Span => TextSpan.FromBounds(Start, End);

    /// <summary>The value of a number.</summary>
    public double Number { get; init; }

    /// <summary>The flags of a regular expression.</summary>
    public string Flags { get; init; } = "";

    /// <summary>How the token stands in a message: as JSONata, which writes it as JSON.</summary>
    public string Shown => Kind switch
    {
        JsonataTokenKind.Number or JsonataTokenKind.Word => Text,
        JsonataTokenKind.End => JsonataSyntaxError.Quoted("(end)"),
        _ => JsonataSyntaxError.Quoted(Text),
    };

    public bool Is(string symbol) => Kind == JsonataTokenKind.Operator && Text == symbol;
}

using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A place where the expression reads its input: a name, <c>$</c>, <c>*</c>, <c>**</c> or <c>%</c> outside all paths and functions, or <c>$$</c> anywhere.</summary>
public sealed class JsonataContextRead
{
    internal JsonataContextRead(string text, TextSpan span, bool isName)
    {
        Text = text;
        Span = span;
        IsName = isName;
    }

    /// <summary>What reads it, as written.</summary>
    public string Text { get; }

    /// <summary>Where it stands.</summary>
    public TextSpan Span { get; }

    /// <summary>Whether it is a field name.</summary>
    public bool IsName { get; }
}

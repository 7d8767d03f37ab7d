using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>One use of a name that the expression does not bind itself: a variable, or a function.</summary>
public sealed class JsonataReference
{
    internal JsonataReference(string name, TextSpan span, JsonataNode? call, bool isPiped, bool isPerhapsLocal)
    {
        Name = name;
        Span = span;
        Call = call;
        IsPiped = isPiped;
        IsPerhapsLocal = isPerhapsLocal;
    }

    /// <summary>The name without its <c>$</c>.</summary>
    public string Name { get; }

    /// <summary>The name in the expression, its <c>$</c> included.</summary>
    public TextSpan Span { get; }

    /// <summary>The <see cref="CallNode"/> or <see cref="PartialNode"/> that calls the name; null where it is read.</summary>
    public JsonataNode? Call { get; }

    /// <summary>Whether the call takes the value left of <c>~&gt;</c> before its own arguments.</summary>
    public bool IsPiped { get; }

    /// <summary>
    /// Whether the use stands in a function that a block binds before, or while, it binds the name: which of the two is meant depends on when the
    /// function is called.
    /// </summary>
    public bool IsPerhapsLocal { get; }
}

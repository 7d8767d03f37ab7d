using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A name that the expression binds itself: by <c>:=</c>, <c>@$v</c>, <c>#$i</c>, or as the parameter of a function.</summary>
public sealed class JsonataBinding
{
    internal JsonataBinding(string name, TextSpan span)
    {
        Name = name;
        Span = span;
    }

    /// <summary>The name without its <c>$</c>.</summary>
    public string Name { get; }

    /// <summary>The binding in the expression; for parameters and path variables all that it stands in.</summary>
    public TextSpan Span { get; }
}

using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A read of Step Functions' <c>$states</c>. FEATURES L-055.</summary>
public sealed class JsonataMemberRead
{
    internal JsonataMemberRead(string? member, TextSpan span)
    {
        Member = member;
        Span = span;
    }

    /// <summary>The member read, <c>input</c> of <c>$states.input</c>; null where the object is used in another way, so perhaps all of them.</summary>
    public string? Member { get; }

    /// <summary>The member's name in the expression, or <c>$states</c> where there is none.</summary>
    public TextSpan Span { get; }
}

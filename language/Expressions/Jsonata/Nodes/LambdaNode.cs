using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>function($a, $b)&lt;signature&gt;{ body }</c>, also written with <c>λ</c>.</summary>
public sealed class LambdaNode : JsonataNode
{
    internal LambdaNode(IReadOnlyList<string> parameters, IReadOnlyList<TextSpan> parameterSpans, JsonataSignature? signature, JsonataNode body)
    {
        Parameters = parameters;
        ParameterSpans = parameterSpans;
        Signature = signature;
        Body = body;
    }

    /// <summary>The names of the parameters, each without its <c>$</c>.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>Where each parameter stands.</summary>
    public IReadOnlyList<TextSpan> ParameterSpans { get; }

    /// <summary>What the arguments must be; null where none is written.</summary>
    public JsonataSignature? Signature { get; }

    /// <summary>The body. A call in tail position is marked by <see cref="CallNode.IsTailCall"/>.</summary>
    public JsonataNode Body { get; }
}

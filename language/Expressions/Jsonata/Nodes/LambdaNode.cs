namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>function($a, $b)&lt;signature&gt;{ body }</c>, also written with <c>λ</c>.</summary>
public sealed class LambdaNode : JsonataNode
{
    internal LambdaNode(IReadOnlyList<string> parameters, JsonataSignature? signature, JsonataNode body)
    {
        Parameters = parameters;
        Signature = signature;
        Body = body;
    }

    /// <summary>The names of the parameters, each without its <c>$</c>.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>What the arguments must be; null where none is written.</summary>
    public JsonataSignature? Signature { get; }

    /// <summary>The body. A call in tail position is marked by <see cref="CallNode.IsTailCall"/>.</summary>
    public JsonataNode Body { get; }
}

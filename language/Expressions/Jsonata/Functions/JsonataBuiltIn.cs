namespace Compiled.Language.Expressions.Jsonata;

/// <summary>A row of the <see cref="JsonataFunctionTable"/>.</summary>
public sealed class JsonataBuiltIn
{
    private JsonataSignature? _signature;

    internal JsonataBuiltIn(string name, string signature, string method, bool takesEvaluation, JsonataDialect dialects)
    {
        Name = name;
        SignatureText = signature;
        Method = method;
        TakesEvaluation = takesEvaluation;
        Dialects = dialects;
    }

    /// <summary>The name without its <c>$</c>.</summary>
    public string Name { get; }

    /// <summary>The signature as text, <c>&lt;s-nn?:s&gt;</c>.</summary>
    public string SignatureText { get; }

    /// <summary>The signature.</summary>
    public JsonataSignature Signature => _signature ??= JsonataSignatures.Of(SignatureText);

    /// <summary>The method of <c>Compiled.Jsonata.JsonataFunctions</c> that does it.</summary>
    public string Method { get; }

    /// <summary>Whether the method's last parameter is the evaluation: for time, randomness, budget, or to call a function value.</summary>
    public bool TakesEvaluation { get; }

    /// <summary>Where the function exists.</summary>
    public JsonataDialect Dialects { get; }
}

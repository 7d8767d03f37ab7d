namespace Compiled.Language.Expressions.Jsonata;

/// <summary>What a function's arguments must be: <c>&lt;s-nn?:s&gt;</c>, as JSONata's documentation of function signatures has it.</summary>
public sealed class JsonataSignature
{
    internal JsonataSignature(string text, IReadOnlyList<JsonataParameter> parameters)
    {
        Text = text;
        Parameters = parameters;
    }

    /// <summary>The signature as written, its angle brackets included, blanks left out.</summary>
    public string Text { get; }

    /// <summary>The parameters in order. What a function returns is written after the colon and never checked.</summary>
    public IReadOnlyList<JsonataParameter> Parameters { get; }

    /// <summary>The signature as written.</summary>
    public override string ToString() => Text;
}

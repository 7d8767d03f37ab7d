namespace Compiled.Language.Expressions;

/// <summary>A call such as <c>States.Format('Hello {}', $.name)</c>.</summary>
public sealed class IntrinsicCall : IntrinsicArgument
{
    internal IntrinsicCall(IntrinsicSignature signature, IReadOnlyList<IntrinsicArgument> arguments, string text, int start)
        : base(start, text.Length)
    {
        Signature = signature;
        Arguments = arguments;
        Text = text;
        if (Function == IntrinsicFunction.Format && arguments.Count > 0 && arguments[0] is IntrinsicLiteral literal)
            Format = FormatTemplate.Parse(literal.RawText);
    }

    /// <summary>The row of the table.</summary>
    public IntrinsicSignature Signature { get; }

    /// <summary>Which function.</summary>
    public IntrinsicFunction Function => Signature.Function;

    /// <summary>The name as written, such as <c>States.Format</c>.</summary>
    public string Name => Signature.Name;

    /// <summary>The arguments, as many as the function takes.</summary>
    public IReadOnlyList<IntrinsicArgument> Arguments { get; }

    /// <summary>The call as written.</summary>
    public string Text { get; }

    /// <summary>The pieces of a constant template of <c>States.Format</c>; null for every other call.</summary>
    public FormatTemplate? Format { get; }

    /// <summary>All paths in the arguments, those of nested calls included, in order.</summary>
    public IEnumerable<PathExpression> Paths => Arguments.SelectMany(argument => argument switch
    {
        IntrinsicPath path => [path.Path],
        IntrinsicCall call => call.Paths,
        _ => Enumerable.Empty<PathExpression>(),
    });

    /// <summary>The call as written.</summary>
    public override string ToString() => Text;
}

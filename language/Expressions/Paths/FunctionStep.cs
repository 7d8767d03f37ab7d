namespace Compiled.Language.Expressions;

/// <summary><c>.length()</c> and the other functions of <see cref="PathFunctionTable"/>; always the last step.</summary>
public sealed class FunctionStep : PathStep
{
    internal FunctionStep(string name, IReadOnlyList<FilterOperand> arguments, int offset, int length)
        : base(offset, length)
    {
        Name = name;
        Arguments = arguments;
    }

    /// <summary>The function's name in the table; <c>size</c> reads as <c>length</c>.</summary>
    public string Name { get; }

    /// <summary>The arguments: <see cref="FilterLiteral"/> or <see cref="FilterPath"/>.</summary>
    public IReadOnlyList<FilterOperand> Arguments { get; }

    /// <inheritdoc/>
    public override bool IsSingle => true;

    /// <inheritdoc/>
    public override string NormalizedText => $".{Name}()";
}

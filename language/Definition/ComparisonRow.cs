using Compiled.Language.Binding;

namespace Compiled.Language.Definition;

/// <summary>One comparison operator as written.</summary>
internal sealed class ComparisonRow(string name, ComparisonOperator @operator, FieldKind operandKind, bool isPath)
{
    /// <summary>The field's name.</summary>
    public string Name { get; } = name;

    /// <summary>What it compares.</summary>
    public ComparisonOperator Operator { get; } = @operator;

    /// <summary>What its value must be.</summary>
    public FieldKind OperandKind { get; } = operandKind;

    /// <summary>Whether the operand is read from a path.</summary>
    public bool IsPath { get; } = isPath;
}

using Compiled.Generator.Emit.Tables;

namespace Compiled.Generator.Emit;

/// <summary>What the code of one machine shares: its expressions, keys, constants and queries.</summary>
internal sealed class MachineTables
{
    public KeyTable Keys { get; } = new();

    public LiteralTable Literals { get; } = new();

    public QueryTable Queries { get; } = new();

    public ExpressionTable Expressions { get; } = new();

    public void Write(CodeWriter code)
    {
        Expressions.WriteFields(code);
        Keys.Write(code);
        Literals.Write(code);
        Queries.Write(code);
    }
}

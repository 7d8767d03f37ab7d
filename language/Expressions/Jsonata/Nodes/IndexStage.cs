namespace Compiled.Language.Expressions.Jsonata;

/// <summary><c>#$i</c> after a predicate: binds the position of each item that is left.</summary>
public sealed class IndexStage : JsonataStage
{
    internal IndexStage(string variable, int position)
        : base(position) => Variable = variable;

    /// <summary>The variable without its <c>$</c>.</summary>
    public string Variable { get; }
}

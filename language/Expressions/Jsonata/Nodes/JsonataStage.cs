namespace Compiled.Language.Expressions.Jsonata;

/// <summary>What happens to the results of a step.</summary>
public abstract class JsonataStage
{
    private protected JsonataStage(int position) => Position = position;

    /// <summary>The position that JSONata reports for it: just after its <c>[</c> or <c>#</c>.</summary>
    public int Position { get; }
}

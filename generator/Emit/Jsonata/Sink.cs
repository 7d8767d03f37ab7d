namespace Compiled.Generator.Emit.Jsonata;

/// <summary>What becomes of the results of a path.</summary>
internal abstract class Sink
{
    /// <summary>What the last step gives for one item: an array is opened, unless it is the only result.</summary>
    public abstract void Result(Term result);

    /// <summary>One item that stays as it is.</summary>
    public abstract void Item(Term item);
}

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>The context item: what names are looked up in, and <c>$</c>.</summary>
/// <param name="Term">Its C# local.</param>
/// <param name="IsWhole">Whether an array counts as one item: the input of the whole expression.</param>
internal sealed record Context(Term Term, bool IsWhole)
{
    public string Text => Term.Text;

    /// <summary>Whether a path has to go over the items of the context one by one.</summary>
    public bool IsSpread => !IsWhole && (Term.Kinds & Kinds.Array) != 0;

    /// <summary>One item that a loop stands at.</summary>
    public static Context Item(string local) => new(Term.Local(local, Form.Value, Kinds.Present), IsWhole: false);
}

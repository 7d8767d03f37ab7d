namespace Compiled.Generator.Emit.Jsonata;

/// <summary>Adds the results to a collector of the runtime: a <c>Sequence</c>, a <c>Total</c>.</summary>
internal sealed class CollectingSink(ExpressionWriter writer, string local, bool takesNumbers = false) : Sink
{
    public override void Result(Term result) => Item((result.Kinds & Kinds.Array) == 0 ? "Push" : "Add", result);

    public override void Item(Term item) => Item("Push", item);

    private void Item(string method, Term term) =>
        writer.Lines.Add($"{local}.{method}({(takesNumbers && term.Form == Form.Number ? term.Text : term.AsValue())});");
}

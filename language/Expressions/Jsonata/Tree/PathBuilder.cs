using System.Globalization;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Builds paths and what stands on their steps.</summary>
internal sealed class PathBuilder(TreeBuilder tree, Ancestry ancestry)
{
    /// <summary><c>left.right</c>.</summary>
    public JsonataNode Map(SyntaxNode syntax)
    {
        JsonataNode left = tree.Build(syntax.Left!);
        PathNode path = left as PathNode ?? PathOf(left);
        if (left is ParentNode parent)
            path.Seeking = [parent.Slot];
        JsonataNode right = tree.Build(syntax.Right!);
        if (right is PathNode more)
        {
            path.Append(more);
        }
        else
        {
            right.PredicatesToStages();
            path.Append(right);
        }
        path.Span = syntax.Span;
        NameSteps(path);
        path.KeepSingletonArray |= path.Steps.Any(step => step.Node.KeepArray);
        if (path.First.Node is ArrayConstructorNode first)
            first.IsConsArray = true;
        if (path.Last.Node is ArrayConstructorNode last)
            last.IsConsArray = true;
        ancestry.Resolve(path);
        return path;
    }

    /// <summary><c>left[right]</c>.</summary>
    public JsonataNode Filter(SyntaxNode syntax)
    {
        JsonataNode node = tree.Build(syntax.Left!);
        JsonataNode target = node is PathNode path ? path.Last.Node : node;
        if (target.Group is not null)
            tree.Fail("S0209", syntax);
        JsonataNode predicate = tree.Build(syntax.Right!);
        ancestry.Filter(target, predicate);
        var stage = new FilterStage(predicate, syntax.Position);
        if (node is PathNode)
            target.Step.AddStage(stage);
        else
            node.AddPredicate(stage);
        node.Span = syntax.Span;
        return node;
    }

    /// <summary><c>left^(terms)</c>.</summary>
    public JsonataNode Sort(SyntaxNode syntax)
    {
        JsonataNode left = tree.Build(syntax.Left!);
        PathNode path = left as PathNode ?? PathOf(left);
        SortTerm[] terms = [.. syntax.Items.Select(item => new SortTerm(tree.Build(item), syntax.Descending!.Contains(item)))];
        SortNode sort = TreeBuilder.Place(new SortNode(terms), syntax);
        foreach (SortTerm term in terms)
            Ancestry.Adopt(sort, term.Expression);
        path.Append(sort);
        path.Span = syntax.Span;
        ancestry.Resolve(path);
        return path;
    }

    /// <summary><c>left@$variable</c>.</summary>
    public JsonataNode Focus(SyntaxNode syntax)
    {
        JsonataNode node = tree.Build(syntax.Left!);
        JsonataNode target = node is PathNode path ? path.Last.Node : node;
        if (target.Step.Stages.Count > 0 || target.Predicates.Count > 0)
            tree.Fail("S0215", syntax);
        if (target is SortNode)
            tree.Fail("S0216", syntax);
        if (syntax.KeepArray)
            target.KeepArray = true;
        target.Step.Focus = syntax.Right!.Token.Text;
        target.Step.IsTuple = true;
        node.Span = syntax.Span;
        return node;
    }

    /// <summary><c>left#$variable</c>.</summary>
    public JsonataNode Index(SyntaxNode syntax)
    {
        JsonataNode left = tree.Build(syntax.Left!);
        PathNode? path = left as PathNode;
        if (path is null)
        {
            left.PredicatesToStages();
            path = PathOf(left);
        }
        JsonataStep step = path.Last;
        string variable = syntax.Right!.Token.Text;
        if (step.Stages.Count == 0)
            step.Index = variable;
        else
            step.AddStage(new IndexStage(variable, syntax.Position));
        step.IsTuple = true;
        path.Span = syntax.Span;
        return path;
    }

    private static PathNode PathOf(JsonataNode first) => new(first) { Position = first.Position, Span = first.Span };

    // A string is a name where it is a step; other literals are no steps at all.
    private void NameSteps(PathNode path)
    {
        foreach (JsonataStep step in path.Steps)
        {
            if (step.Node is NumberLiteral number)
                tree.Fail("S0213", number, number.Value.ToString("R", CultureInfo.InvariantCulture));
            else if (step.Node is BooleanLiteral boolean)
                tree.Fail("S0213", boolean, boolean.Value ? "true" : "false");
            else if (step.Node is NullLiteral)
                tree.Fail("S0213", step.Node, "null");
        }
        path.NameStrings();
    }
}

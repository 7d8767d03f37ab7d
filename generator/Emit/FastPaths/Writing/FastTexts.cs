using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.FastPaths.Reading;
using Compiled.Generator.Emit.FastPaths.Values;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Language.Expressions;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.FastPaths.Writing;

/// <summary>
/// Takes expressions apart that put texts together with <c>&amp;</c>: what stands between is known by its parts, so that the text need not be made before somebody
/// reads it, which is mostly where an output is written.
/// </summary>
internal sealed class FastTexts(FastPathWriter path)
{
    private int _methods;

    /// <summary>The text that an expression is; null where it isn't always one, is a constant, or has to be made at once.</summary>
    /// <param name="queries">What evaluates the parts of the expression.</param>
    /// <param name="text">The expression.</param>
    /// <param name="roots">What it reads.</param>
    public FastConcatenation? Make(FastQueries queries, JsonataText text, List<(string Name, FastValue Value)> roots)
    {
        // In a loop the operands' locals change.
        if (!path.IsQueried || path.Typed is not null || path.Flows.HasLoop || !IsText(text.Parsed.Root!))
            return null;
        string name = path.Locals.NewName();
        if (path.Builder.IsNeeded(name))
            return null;
        _methods = 0;
        var pieces = new List<FastPiece>();
        Add(new Source(queries, text, roots), text.Parsed.Root!, pieces);
        var made = new FastConcatenation(name, pieces);
        path.Leave($"{made.Most} > MostBytes");
        queries.Count();
        return made;
    }

    // Whether a part gives a text, whatever it reads.
    private static bool IsText(JsonataNode node) => Bare(node) switch
    {
        BinaryNode { Operator: JsonataOperator.Concatenate } => true,
        ConditionNode { Else: { } otherwise } condition => IsText(condition.Then) && IsText(otherwise),
        StringLiteral => true,
        _ => false,
    };

    // What stands in parentheses, if it stands there alone; null for what has predicates or the like on it.
    private static JsonataNode? Bare(JsonataNode node)
    {
        while (true)
        {
            if (node.Predicates.Count > 0 || node.Group is not null || node.KeepArray)
                return null;
            if (node is not BlockNode { Expressions.Count: 1 } block)
                return node;
            node = block.Expressions[0];
        }
    }

    private void Add(Source source, JsonataNode node, List<FastPiece> pieces)
    {
        if (TryAdd(source, node, pieces))
            return;
        switch (Bare(node))
        {
            case BinaryNode { Operator: JsonataOperator.Concatenate } chain:
                foreach (JsonataNode operand in Operands(chain))
                    Add(source, operand, pieces);
                break;
            case ConditionNode condition when Branch(source, condition.Then) is { } then && Branch(source, condition.Else) is { } otherwise:
                string flag = path.Locals.NewFlag();
                path.Code.Line($"{flag} = {source.Queries.Call(source.Text, condition.Condition, source.Roots, $"If{++_methods}", Truth.Counted)};");
                pieces.Add(new ChosenPieces(flag, then, otherwise));
                break;
            default:
                string local = path.Locals.NewLocal();
                path.Code.Line($"{local} = {source.Queries.Call(source.Text, node, source.Roots, $"Text{++_methods}")};");
                pieces.Add(new OperandPiece(local));
                break;
        }
    }

    // The pieces of a branch, which is evaluated only where it is taken: those that need no evaluation. Null where there are others.
    private List<FastPiece>? Branch(Source source, JsonataNode? node)
    {
        var pieces = new List<FastPiece>();
        return node is null || Parts(node).All(part => TryAdd(source, part, pieces)) ? pieces : null;
    }

    private static IEnumerable<JsonataNode> Parts(JsonataNode node) =>
        Bare(node) is BinaryNode { Operator: JsonataOperator.Concatenate } chain ? Operands(chain).SelectMany(Parts) : [node];

    // a & b & c is one text of three parts, however many stand on the left.
    private static IEnumerable<JsonataNode> Operands(BinaryNode chain)
    {
        var rights = new Stack<JsonataNode>();
        JsonataNode node = chain;
        while (node is BinaryNode { Operator: JsonataOperator.Concatenate } inner && Bare(inner) is not null)
        {
            rights.Push(inner.Right);
            node = inner.Left;
        }
        return rights.Prepend(node);
    }

    // Adds what needs no evaluation.
    private bool TryAdd(Source source, JsonataNode node, List<FastPiece> pieces)
    {
        switch (Bare(node))
        {
            case StringLiteral literal when FastOutput.IsPlain(literal.Value):
                pieces.Add(new TextPiece(literal.Value));
                return true;
            case PathNode or VariableNode when source.Queries.Found(source.Text, Bare(node)!, source.Roots) is { } found:
                Add(found, pieces);
                return true;
            default:
                return false;
        }
    }

    private void Add(FastValue found, List<FastPiece> pieces)
    {
        if (found is FastConcatenation joined)
        {
            pieces.AddRange(joined.Pieces);
            return;
        }
        // JSONata's undefined is no text.
        if (ReferenceEquals(found, FastValue.Missing))
            return;
        bool isKept = found is FastConstant || found is FastLocal local && FastNames.IsLocal(local.Name) && !FastReader.IsVariable(local.Name);
        string code = path.Builder.Build(found);
        if (!isKept)
        {
            string copy = path.Locals.NewLocal();
            path.Code.Line($"{copy} = {code};");
            code = copy;
        }
        pieces.Add(new OperandPiece(code));
    }

    private sealed record Source(FastQueries Queries, JsonataText Text, List<(string Name, FastValue Value)> Roots);
}

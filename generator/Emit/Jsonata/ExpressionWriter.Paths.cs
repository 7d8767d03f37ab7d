using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>Paths: each step is a loop inside the loop of the one before.</content>
internal sealed partial class ExpressionWriter
{
    // As many names as Paths.Get takes.
    private const int MostShortNames = 3;

    private Term Path(PathNode path, Context context)
    {
        if (path.Group is null && !path.KeepSingletonArray && !path.KeepArray && Short(path, context) is { } term)
            return term;
        if (path.Group is { } group && path.Steps.Any(step => step.IsTuple))
            return TupleGroup(path, group, context);
        string name = Name(Hint(path));
        _lines.Add($"var {name} = new Sequence({Evaluation});");
        Over(path, context, new CollectingSink(this, name));
        if (path.Group is not null)
            return Group(path.Group.Pairs, write => Loop($"{name}.OrMissing()", "item", Kinds.Any, write));
        return Collected(name, path.KeepSingletonArray, path.KeepArray || path.Predicates.Count > 0);
    }

    // What was collected in a local; open where something still happens to the sequence.
    private static Term Collected(string name, bool isKept, bool isOpen) =>
        Term.Value($"{name}.{(isKept ? "ToKept" : isOpen ? "ToSequence" : "ToValue")}()", Kinds.Any) with { IsOpen = isOpen };

    /// <summary>Writes the loops over the results of a path.</summary>
    private void Over(PathNode path, Context context, Sink sink)
    {
        if (path.Steps.Any(step => step.IsTuple))
        {
            TuplePath(path, context, sink);
            return;
        }
        Segment(path, 0, path.Steps.Count, context, sink);
    }

    // The steps up to a sort are collected and sorted, and the path goes on with what is sorted.
    private void Segment(PathNode path, int first, int end, Context context, Sink sink)
    {
        int sort = LastSort(path, first, end);
        if (sort < 0)
        {
            From(path, first, end, context, sink);
            return;
        }
        string sorting = Sorted(path, first, sort, context);
        IReadOnlyList<JsonataStage> stages = path.Steps[sort].Stages;
        if (stages.Count > 0 || sort == end - 1)
            Stages(Spill(Term.Value($"{sorting}.ToValue()", Kinds.Array), "sorted"), stages, 0, After(path, sort, end, sink));
        else
            Loop(sorting, Hint(path, sort), Kinds.Present, item => Step(path, sort + 1, end, item, sink));
    }

    private static int LastSort(PathNode path, int first, int end)
    {
        for (int i = end - 1; i > first; i--)
        {
            if (path.Steps[i].Node is SortNode)
                return i;
        }
        return -1;
    }

    private string Sorted(PathNode path, int first, int sort, Context context)
    {
        var node = (SortNode)path.Steps[sort].Node;
        string name = Name("sorting");
        _lines.Add($"var {name} = new Sorting({string.Join(", ", node.Terms.Select(term => CSharp.Bool(term.IsDescending)))});");
        Segment(path, first, sort, context, Flat(Hint(path, sort - 1), item => AddSorted(node, name, item)));
        return name;
    }

    private void AddSorted(SortNode node, string sorting, Context item)
    {
        Term[] keys = All([.. node.Terms.Select<SortTerm, Func<Term>>(term => () => Emit(term.Expression, item))]);
        _lines.Add($"{sorting}.Add({item.Text}, {string.Join(", ", keys.Select(key => key.AsValue()))});");
    }

    // The first steps of a path, or of the part of it that starts at the context.
    private void From(PathNode path, int first, int end, Context context, Sink sink)
    {
        JsonataStep step = path.Steps[first];
        if (step.Node.IsConsArray)
        {
            Term array = Spill(Emit(step.Node, context).ToValue(), "items");
            if (first == end - 1)
            {
                sink.Result(array);
                return;
            }
            if (sink is CollectingSink && MayBeEmpty(step.Node))
            {
                // JSONata, evaluatePath: an empty array there ends the path and is its value as it is.
                _lines.Open($"if ({(array.IsOnly(Kinds.Array) ? "" : $"{array.Text}.IsArray && ")}{array.Text}.Count == 0)");
                sink.Result(array);
                _lines.Close();
            }
            Loop($"{array.Text}.Items()", "item", Kinds.Present, item => Step(path, first + 1, end, item, sink));
        }
        else if (step.Node is VariableNode || !context.IsSpread)
        {
            Step(path, first, end, context, sink);
        }
        else if (step is { Node: NameNode { } name, Stages.Count: 0 } && first < end - 1)
        {
            Loop($"Paths.Each({context.Text}, {_tables.Keys.Of(name.Name)})", name.Name, Kinds.Present, item => Step(path, first + 1, end, item, sink));
        }
        else
        {
            Over(context, item => Step(path, first, end, item, sink));
        }
    }

    private static bool MayBeEmpty(JsonataNode node) => !(node is ArrayConstructorNode array
        && array.Items.Any(item => item is NumberLiteral or StringLiteral or BooleanLiteral or NullLiteral or ArrayConstructorNode or ObjectConstructorNode));

    /// <summary>The items of a context that may be an array; for a missing one the missing item.</summary>
    private void Over(Context context, Action<Context> write)
    {
        if (context.IsSpread)
            Loop($"Items.OfContext({context.Text})", "item", Kinds.Any, write);
        else
            write(context);
    }

    private void Step(PathNode path, int index, int end, Context item, Sink sink)
    {
        JsonataStep step = path.Steps[index];
        if (Member(path, index, out int last) is { } member)
        {
            Stages(member, path.Steps[last].Stages, 0, After(path, last, end, sink));
            return;
        }
        Stages(Emit(step.Node, item), step.Stages, 0, After(path, index, end, sink));
    }

    // What becomes of the results of a step: the sink's, or the loop of the next step.
    private Sink After(PathNode path, int index, int end, Sink sink) =>
        index == end - 1 ? sink : Flat(Hint(path, index), item => Step(path, index + 1, end, item, sink));

    /// <summary>A sink that opens arrays, as between two steps.</summary>
    private Sink Flat(string hint, Action<Context> write) => new ActionSink(
        result =>
        {
            if (result.IsOnly(Kinds.Missing))
                return;
            if ((result.Kinds & Kinds.Array) != 0)
            {
                Loop($"Items.Flat({result.AsValue()})", hint, Kinds.Present, write);
                return;
            }
            Term item = Spill(result.ToValue(), hint);
            if (item.IsMissable)
                _lines.Open($"if (!{item.Text}.IsMissing)");
            write(new Context(item with { Kinds = item.Kinds & ~Kinds.Missing }, IsWhole: false));
            if (item.IsMissable)
                _lines.Close();
        },
        item => write(new Context(Spill(item.ToValue(), hint), IsWhole: false)));

    private void Loop(string items, string hint, Kinds kinds, Action<Context> write)
    {
        string name = Name(hint);
        OpenLoop(name, items);
        Scope outer = _scope;
        _scope = new Scope(outer);
        write(new Context(Term.Local(name, Form.Value, kinds), IsWhole: false));
        _scope = outer;
        CloseLoop();
    }

    // The items that the loops around here stand at, the innermost last.
    private List<string> _loops = [];

    /// <summary>
    /// Opens a loop. One that goes down into the item of the loop around it costs no more than the data is large; others in loops, or in
    /// functions, multiply, so their rounds are counted.
    /// </summary>
    private void OpenLoop(string item, string items)
    {
        _lines.Open($"foreach (JsonValue {item} in {items})");
        if (_loops.Count > 0 && items.IndexOf(_loops[_loops.Count - 1] + ",", StringComparison.Ordinal) < 0 && items.IndexOf(_loops[_loops.Count - 1] + ")", StringComparison.Ordinal) < 0)
            _lines.Add(Evaluation + ".Step();");
        _loops.Add(item);
    }

    private void CloseLoop()
    {
        _loops.RemoveAt(_loops.Count - 1);
        _lines.Close();
    }

    // Paths that need no loop.
    private Term? Short(PathNode path, Context context)
    {
        if (path.Steps.Count <= 2 && path.Steps.All(step => step is { Node: NameNode, Stages.Count: 0, IsTuple: false }))
        {
            string[] names = [.. path.Steps.Select(step => ((NameNode)step.Node).Name)];
            if (Field(context, names[0]) is { IsStable: true } known)
                return names.Length == 1 ? known : Term.Get(known, _tables.Keys.Of(names[1]));
            string keys = string.Join(", ", names.Select(_tables.Keys.Of));
            return context.IsSpread ? Term.Get(context.Term, keys) : Term.Value($"Paths.Field({context.Text}, {keys})", Kinds.Any, context.Term);
        }
        // The same for the value of a variable or of a member of $states, which is gone through as a context is.
        Term? member = Member(path, 0, out int last);
        int first = member is null ? 1 : last + 1;
        if (path.Steps.Skip(1).Any(step => step.Stages.Count > 0 || step.IsTuple))
            return null;
        if (path.Steps.Count == first)
            return member;
        if (path.Steps.Count - first > MostShortNames || path.Steps[0] is not { Node: VariableNode { Predicates.Count: 0, Group: null, KeepArray: false } variable, Stages.Count: 0, IsTuple: false }
            || !path.Steps.Skip(first).All(step => step.Node is NameNode))
            return null;
        Term value = member ?? Variable(variable, context);
        string following = string.Join(", ", path.Steps.Skip(first).Select(step => _tables.Keys.Of(((NameNode)step.Node).Name)));
        return Term.Get(value, following);
    }

    private static string Hint(PathNode path) => path.Steps.Select(step => step.Node).OfType<NameNode>().LastOrDefault() is { } name ? name.Name + " found" : "found";

    private static string Hint(PathNode path, int index) => path.Steps[index].Node switch
    {
        NameNode name => name.Name,
        VariableNode { IsContext: false, IsRoot: false } variable => variable.Name,
        SortNode when index > 0 => Hint(path, index - 1),
        _ => "item",
    };
}

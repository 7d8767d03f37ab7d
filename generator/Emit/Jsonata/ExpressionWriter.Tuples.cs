using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>
/// Paths that bind variables (<c>@$v</c>, <c>#$i</c>) or refer to parents (<c>%</c>). JSONata carries tuples along them; here the variables are
/// locals of the loops, and rows are kept only where all tuples have to be there: to sort them, and to index from their end.
/// </summary>
internal sealed partial class ExpressionWriter
{
    private void TuplePath(PathNode path, Context context, Sink sink) => Tuples(path, context, [], null, item => sink.Item(item.Term));

    private Term TupleGroup(PathNode path, JsonataGroup group, Context context)
    {
        string groups = Name("groups"), members = Name("members"), index = Name("i");
        var names = new List<string>();
        string? reached = path.Steps[0].IsTuple ? null : Name("reached");
        void Keys(Context item, string row)
        {
            for (int i = 0; i < group.Pairs.Count; i++)
                _lines.Add($"{groups}.Add({i}, {Emit(group.Pairs[i].Key, item).AsValue()}, {row});");
        }
        Lines loops = Capture(() => Tuples(path, context, names, reached, item => Keys(item, Row(item, names))));
        _lines.Add($"var {groups} = new Groups({names.Count + 1});");
        if (reached is not null)
            _lines.Add($"bool {reached} = false;");
        _lines.Add(loops);
        if (reached is not null)
        {
            // Where the path ends before its first tuple, JSONata groups as it does where nothing is bound: one item that is missing.
            _lines.Open($"if (!{reached})");
            Inside(() =>
            {
                Keys(new Context(Term.Missing, IsWhole: false), string.Join(", ", Enumerable.Repeat(Term.Missing.Text, names.Count + 1)));
                return reached;
            });
            _lines.Close();
        }
        _lines.Add($"var {members} = new ObjectBuilder({groups}.Count);");
        _lines.Open($"for (int {index} = 0; {index} < {groups}.Count; {index}++)");
        Inside(() =>
        {
            Term item = Spill(Term.Value($"{groups}.Value({index}, 0)", Kinds.Any), "group");
            Rebind(names, column => $"{groups}.Value({index}, {column})");
            Values(group.Pairs, groups, members, index, () => new Context(item, IsWhole: false));
            return item;
        });
        _lines.Close();
        return Term.Value($"{members}.ToValue()", Kinds.Object);
    }

    // Writes the loops over the tuples of a path; names gathers what is bound on the way, and reached is set where the first tuples begin.
    private void Tuples(PathNode path, Context context, List<string> names, string? reached, Action<Context> write, params JsonataStage[] predicates)
    {
        int first = path.Steps.ToList().FindIndex(step => step.IsTuple);
        TupleOperation[] operations =
            [.. TupleOperation.Of(path, first), .. predicates.Select(predicate => new TupleOperation(path.Steps[path.Steps.Count - 1], predicate))];
        void Start(Action<Context> go)
        {
            if (first > 0)
                Segment(path, 0, first, context, Flat(Hint(path, first - 1), item =>
                {
                    if (reached is not null)
                        _lines.Add($"{reached} = true;");
                    go(item);
                }));
            else if (path.Steps[0].Node is VariableNode)
                go(context);
            else
                Over(context, go);
        }
        TupleSegment(operations, operations.Length, Start, names, write);
    }

    private void TupleSegment(IReadOnlyList<TupleOperation> operations, int end, Action<Action<Context>> start, List<string> names, Action<Context> write)
    {
        int barrier = end - 1;
        while (barrier >= 0 && !NeedsRows(operations[barrier]))
            barrier--;
        var counters = new Dictionary<TupleOperation, string>();
        void Counters(int from)
        {
            foreach (TupleOperation operation in operations.Take(end).Skip(from).Where(operation => operation.Counts))
            {
                counters[operation] = Name("position");
                _lines.Add($"int {counters[operation]} = 0;");
            }
        }
        if (barrier < 0)
        {
            Counters(0);
            start(item => Continue(operations, 0, end, item, counters, names, write));
            return;
        }
        TupleOperation last = operations[barrier];
        string rows = Name("rows"), sorting = last.Sort is null ? "" : Name("sorting");
        Lines loops = Capture(() => TupleSegment(operations, barrier, start, names, item =>
        {
            if (last.Sort is { } sort)
                AddSorted(sort, sorting, item);
            _lines.Add($"{rows}.Add({Row(item, names)});");
        }));
        _lines.Add($"var {rows} = new Rows({names.Count + 1});");
        if (last.Sort is { } terms)
            _lines.Add($"var {sorting} = new Sorting({string.Join(", ", terms.Terms.Select(term => CSharp.Bool(term.IsDescending)))});");
        _lines.Add(loops);
        Counters(barrier + 1);
        OverRows(last, barrier, rows, sorting, names, item => Continue(operations, barrier + 1, end, item, counters, names, write));
    }

    private void OverRows(TupleOperation operation, int place, string rows, string sorting, List<string> names, Action<Context> go)
    {
        string row = Name("row");
        // JSONata binds the position after a sort only where the sort begins the tuples.
        string? position = place == 0 && operation.Sort is not null && operation.Step.Index is not null ? Name("position") : null;
        if (position is not null)
            _lines.Add($"int {position} = 0;");
        _lines.Open(operation.Sort is null ? $"for (int {row} = 0; {row} < {rows}.Count; {row}++)" : $"foreach (int {row} in {sorting}.Order())");
        Inside(() =>
        {
            Term item = Spill(Term.Value($"{rows}[{row}, 0]", Kinds.Present), "item");
            Rebind(names, column => $"{rows}[{row}, {column}]");
            if (position is not null)
                BindTuple(operation.Step.Index!, $"JsonValue.Number((long){position}++)", Kinds.Number, names);
            var context = new Context(item, IsWhole: false);
            if (operation.Stage is FilterStage filter)
            {
                Term predicate = Emit(filter.Expression, context);
                string times = Name("times");
                _lines.Open($"for (int {times} = Paths.Matches({predicate.AsValue()}, {row}, {rows}.Count); {times} > 0; {times}--)");
                go(context);
                _lines.Close();
            }
            else
            {
                go(context);
            }
            return item;
        });
        _lines.Close();
    }

    private void Continue(
        IReadOnlyList<TupleOperation> operations, int at, int end, Context item, Dictionary<TupleOperation, string> counters, List<string> names, Action<Context> write)
    {
        if (at == end)
        {
            write(item);
            return;
        }
        void Next(Context next) => Continue(operations, at + 1, end, next, counters, names, write);
        TupleOperation operation = operations[at];
        switch (operation.Stage)
        {
            case null when TupleBlock(operation.Step.Node) is { } path:
                Inside(() => TupleBlock((BlockNode)operation.Step.Node, path, item, names, Next));
                break;
            case null:
                TupleStep(operation.Step, item, names, Next);
                break;
            case IndexStage index:
                BindTuple(index.Variable, $"JsonValue.Number((long){counters[operation]}++)", Kinds.Number, names);
                Next(item);
                break;
            default:
                _lines.Open(operation.Literal is { } literal
                    ? $"if ({counters[operation]}++ == {CSharp.Number((long)Math.Min(literal, int.MaxValue))})"
                    : $"if ({Emit(((FilterStage)operation.Stage).Expression, item, Want.Truth).AsTruth()})");
                Next(item);
                _lines.Close();
                break;
        }
    }

    // JSONata, evaluateTupleStep.
    private void TupleStep(JsonataStep step, Context item, List<string> names, Action<Context> next)
    {
        Term value = Emit(step.Node, item);
        string? position = step.Index is null ? null : Name("position");
        if (position is not null)
            _lines.Add($"int {position} = 0;");
        string hint = step.Focus ?? (step.Node is NameNode name ? name.Name : "item");
        Loop($"Items.Of({value.AsValue()})", hint, Kinds.Present, found =>
        {
            if (step.Focus is not null)
                BindTuple(step.Focus, found.Term, names);
            if (position is not null)
                BindTuple(step.Index!, $"JsonValue.Number((long){position}++)", Kinds.Number, names);
            if (step.Ancestor is not null)
                BindTuple(Scope.Ancestor(step.Ancestor.Label), item.Term, names);
            next(step.Focus is null ? found : item);
        });
    }

    // A block that ends with a path whose ancestors are referred to from outside: its tuples are those of the path.
    private static PathNode? TupleBlock(JsonataNode node) =>
        node is BlockNode { Expressions.Count: > 0, Group: null } block
            ? block.Expressions[block.Expressions.Count - 1] switch
            {
                PathNode { KeepsTuples: true, Group: null } path when path.Steps.Any(step => step.IsTuple) => path,
                BlockNode inner => TupleBlock(inner),
                _ => null,
            }
            : null;

    private bool TupleBlock(BlockNode block, PathNode path, Context item, List<string> names, Action<Context> next, params JsonataStage[] predicates)
    {
        Statements(block, item);
        JsonataStage[] all = [.. block.Predicates, .. predicates];
        if (block.Expressions[block.Expressions.Count - 1] is BlockNode inner)
            return Inside(() => TupleBlock(inner, path, item, names, next, all));
        Tuples(path, item, names, null, next, all);
        return true;
    }

    private void BindTuple(string name, string text, Kinds kinds, List<string> names) =>
        BindTuple(name, Spill(Term.Value(text, kinds), name), names);

    private void BindTuple(string name, Term local, List<string> names)
    {
        _scope.Bind(name, new Variable(local.Text, local.Kinds));
        if (!names.Contains(name))
            names.Add(name);
    }

    private void Rebind(List<string> names, Func<int, string> column)
    {
        for (int i = 0; i < names.Count; i++)
            _scope.Bind(names[i], new Variable(Spill(Term.Value(column(i + 1), Kinds.Any), names[i]).Text, Kinds.Any));
    }

    private string Row(Context item, List<string> names) => string.Join(", ", names.Select(name => _scope.Find(name)!.Read().AsValue()).Prepend(item.Text));

    // A predicate that may give an index needs to know how many tuples there are.
    private bool NeedsRows(TupleOperation operation) =>
        operation.Sort is not null || (operation.Stage is FilterStage filter && operation.Literal is null && !IsTruth(filter.Expression));
}

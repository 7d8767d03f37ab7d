using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>Predicates: <c>[...]</c>.</content>
internal sealed partial class ExpressionWriter
{
    private Term Predicates(Term value, IReadOnlyList<FilterStage> predicates, bool keepsSequence)
    {
        if (!keepsSequence && predicates.All(predicate => predicate.Expression is NumberLiteral { Predicates.Count: 0 }))
        {
            string text = value.AsValue();
            foreach (FilterStage predicate in predicates)
                text = $"Paths.At({text}, {Index(predicate)})";
            return Term.Value(text, Kinds.Any, value) with { IsOpen = true };
        }
        string name = Name("kept");
        _lines.Add($"var {name} = new Sequence({Evaluation});");
        Stages(value, predicates, 0, new CollectingSink(this, name));
        return Term.Value($"{name}.{(keepsSequence ? "ToSequence" : "ToValue")}()", Kinds.Any) with { IsOpen = keepsSequence };
    }

    /// <summary>Writes the stages of a step, from one on, for what the step gives; then the sink's part.</summary>
    private void Stages(Term value, IReadOnlyList<JsonataStage> stages, int from, Sink sink)
    {
        if (from == stages.Count)
        {
            sink.Result(value);
            return;
        }
        var filter = (FilterStage)stages[from];
        if (filter.Expression is NumberLiteral { Predicates.Count: 0 })
        {
            Term item = Term.Value($"Paths.Index({value.AsValue()}, {Index(filter)})", Kinds.Any, value);
            Stages(item, stages, from + 1, sink);
            return;
        }
        bool isLast = from == stages.Count - 1;
        if (isLast)
        {
            Filter(value, filter, sink.Item);
            return;
        }
        string name = Name("kept");
        _lines.Add($"var {name} = new Sequence({Evaluation});");
        Filter(value, filter, item => _lines.Add($"{name}.Push({item.Text});"));
        Stages(Term.Value($"{name}.ToSequence()", Kinds.Array), stages, from + 1, sink);
    }

    private void Filter(Term value, FilterStage filter, Action<Term> write)
    {
        // What the predicate gives decides how it is read, and that is known once it is written.
        Term predicate = Term.Missing;
        string item = Name("item");
        _loops.Add(item);
        Lines condition = Capture(() => predicate = EmitPredicate(filter.Expression, Context.Item(item)));
        _loops.RemoveAt(_loops.Count - 1);
        Term local = Term.Local(item, Form.Value, Kinds.Present);
        if ((predicate.Kinds & (Kinds.Number | Kinds.Array)) == 0)
        {
            OpenLoop(item, $"Items.Of({value.AsValue()})");
            _lines.Add(condition);
            _lines.OpenIf(predicate.AsTruth());
            write(local);
            _lines.Close();
            CloseLoop();
            return;
        }
        Term all = Spill(value.ToValue(), "all");
        string index = Name("index"), count = Name("count");
        _lines.Add($"int {index} = 0, {count} = Paths.CountOf({all.Text});");
        OpenLoop(item, $"Items.Of({all.Text})");
        _lines.Add(condition);
        if (predicate.IsOnly(Kinds.Number | Kinds.Missing))
        {
            string number = predicate.Form == Form.Number ? predicate.Text : $"Numbers.Left({predicate.Text}, \"[\")";
            _lines.Open($"if (Paths.IsAt({number}, {index}++, {count}))");
        }
        else
        {
            string times = Name("times");
            _lines.Open($"for (int {times} = Paths.Matches({predicate.AsValue()}, {index}++, {count}); {times} > 0; {times}--)");
        }
        write(local);
        _lines.Close();
        CloseLoop();
    }

    private Term EmitPredicate(JsonataNode node, Context item) => Emit(node, item, IsTruth(node) ? Want.Truth : Want.Value);

    // A predicate that can give neither a number nor an array counts by its truth.
    private bool IsTruth(JsonataNode node) => node switch
    {
        CallNode { Predicates.Count: 0, Group: null } call => BuiltIn(call.Procedure) is { Name: "contains" or "exists" or "boolean" or "not" },
        BinaryNode { Operator: not (JsonataOperator.Add or JsonataOperator.Subtract or JsonataOperator.Multiply or JsonataOperator.Divide or JsonataOperator.Modulo) } => true,
        BlockNode { Expressions.Count: > 0 } block when block.Predicates.Count == 0 && block.Group is null => IsTruth(block.Expressions[block.Expressions.Count - 1]),
        ConditionNode { Else: not null } condition => IsTruth(condition.Then) && IsTruth(condition.Else),
        _ => false,
    };

    private static string Index(FilterStage filter)
    {
        double index = Math.Floor(((NumberLiteral)filter.Expression).Value);
        return CSharp.Number((long)Math.Max(int.MinValue, Math.Min(int.MaxValue, index)));
    }
}

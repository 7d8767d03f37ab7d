using System;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>What is evaluated only where it is wanted: conditions, <c>and</c>, <c>or</c>, <c>?:</c>, <c>??</c>.</content>
internal sealed partial class ExpressionWriter
{
    private Term Condition(ConditionNode node, Context context, Want want)
    {
        Term condition = Emit(node.Condition, context, Want.Truth);
        return Either(
            condition.AsTruth(),
            () => Emit(node.Then, context, want),
            () => node.Else is null ? Term.Missing : Emit(node.Else, context, want),
            want);
    }

    private Term Junction(BinaryNode node, Context context)
    {
        bool isAnd = node.Operator == JsonataOperator.And;
        Term left = Emit(node.Left, context, Want.Truth);
        Term right = Term.Missing;
        Lines lines = Capture(() => right = Emit(node.Right, context, Want.Truth));
        if (lines.Count == 0)
            return Term.Boolean($"({left.AsTruth()} {(isAnd ? "&&" : "||")} {right.AsTruth()})", left, right);
        string name = Name("truth");
        _lines.Add($"bool {name} = {left.AsTruth()};");
        _lines.Open($"if ({(isAnd ? "" : "!")}{name})");
        _lines.Add(lines);
        _lines.Add($"{name} = {right.AsTruth()};");
        _lines.Close();
        return Term.Local(name, Form.Boolean, Kinds.Boolean);
    }

    private Term Default(DefaultNode node, Context context)
    {
        Term left = Spill(Emit(node.Left, context));
        return Either(left.AsTruth(), () => left, () => Emit(node.Right, context), Want.Value);
    }

    private Term Coalesce(CoalesceNode node, Context context)
    {
        Term left = Emit(node.Left, context);
        if (!left.IsMissable)
            return left;
        left = Spill(left);
        string isThere = left.Form == Form.Number ? $"!double.IsNaN({left.Text})" : $"!{left.AsValue()}.IsMissing";
        return Either(isThere, () => left with { Kinds = left.Kinds & ~Kinds.Missing }, () => Emit(node.Right, context), Want.Value);
    }

    private Term Either(string condition, Func<Term> then, Func<Term> otherwise, Want want)
    {
        Term first = Term.Missing, second = Term.Missing;
        Lines firstLines = Capture(() => first = then()), secondLines = Capture(() => second = otherwise());
        Kinds kinds = first.Kinds | second.Kinds;
        Form form = want == Want.Truth ? Form.Boolean : first.Form == second.Form ? first.Form : Form.Value;
        (string a, string b) = form switch
        {
            Form.Boolean => (first.AsTruth(), second.AsTruth()),
            Form.Number => (first.Text, second.Text),
            _ => (first.AsValue(), second.AsValue()),
        };
        if (firstLines.Count == 0 && secondLines.Count == 0)
            return new Term($"({condition} ? {a} : {b})", form, kinds) { Depth = Math.Max(first.Depth, second.Depth) + 1 };
        string name = Name(form == Form.Boolean ? "truth" : "value");
        _lines.Add($"{TypeOf(form)} {name};");
        _lines.OpenIf(condition);
        _lines.Add(firstLines);
        _lines.Add($"{name} = {a};");
        _lines.Close();
        _lines.Open("else");
        _lines.Add(secondLines);
        _lines.Add($"{name} = {b};");
        _lines.Close();
        return Term.Local(name, form, kinds);
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>Arithmetic, comparisons, <c>&amp;</c> and <c>in</c>.</content>
internal sealed partial class ExpressionWriter
{
    private Term Binary(BinaryNode node, Context context, Want want)
    {
        switch (node.Operator)
        {
            case JsonataOperator.And or JsonataOperator.Or:
                return Junction(node, context);
            case JsonataOperator.Concatenate:
                return Concatenate(node, context);
        }
        (Term left, Term right) = Sides(node, context);
        return node.Operator switch
        {
            JsonataOperator.Equal when node.Right is StringLiteral { Predicates.Count: 0, Group: null } text && left.Form == Form.Value && CSharp.IsWellFormed(text.Value) =>
                Term.Boolean($"{left.Text}.StringEquals({CSharp.Text(text.Value)}, {CSharp.Text(text.Value)}u8)", left),
            JsonataOperator.Equal => AreEqual(left, right),
            JsonataOperator.NotEqual when left.Form == Form.Number && right.Form == Form.Number && !left.IsMissable && !right.IsMissable =>
                Term.Boolean($"{left.Text} != {right.Text}", left, right),
            JsonataOperator.NotEqual => Term.Boolean($"Comparisons.AreDifferent({left.AsValue()}, {right.AsValue()})", left, right),
            JsonataOperator.In => Term.Boolean($"Comparisons.IsIn({left.AsValue()}, {right.AsValue()}, {Evaluation})", left, right),
            _ when IsOrder(node) => Compare(node.Operator, left, right, want),
            _ => Compute(node.Operator, left, right),
        };
    }

    private (Term Left, Term Right) Sides(BinaryNode node, Context context)
    {
        Term[] sides = All(() => Emit(node.Left, context), () => Emit(node.Right, context));
        // JSONata evaluates both sides before it looks at either.
        return sides[0].Form != Form.Number && MayFail(sides[1]) ? (Spill(sides[0]), Spill(sides[1])) : (sides[0], sides[1]);
    }

    private static bool IsOrder(BinaryNode node) =>
        node.Operator is JsonataOperator.Less or JsonataOperator.LessOrEqual or JsonataOperator.Greater or JsonataOperator.GreaterOrEqual;

    private static bool MayFail(Term term) => !term.IsStable && s_failing.Any(term.Text.Contains);

    private static readonly string[] s_failing = ["Numbers.", "Comparisons.", "Calls.", "JsonataFunctions."];

    private static Term AreEqual(Term left, Term right)
    {
        if (left.Form == Form.Number && right.Form == Form.Number)
            return Term.Boolean($"({left.Text} == {right.Text})", left, right);
        if (right.Form == Form.Number)
            return Term.Boolean($"Comparisons.AreEqual({left.AsOperand()}, {right.Text})", left, right);
        if (left.Form == Form.Value && right.Form == Form.Boolean && right.Text is "true" or "false")
            return Term.Boolean($"({left.Text}.Kind == JsonKind.{(right.Text is "true" ? "True" : "False")})", left);
        return Term.Boolean($"Comparisons.AreEqual({left.AsValue()}, {right.AsValue()})", left, right);
    }

    private Term Compare(JsonataOperator operation, Term left, Term right, Want want)
    {
        (string sign, string opposite, string method) = operation switch
        {
            JsonataOperator.Less => ("<", ">=", "Less"),
            JsonataOperator.LessOrEqual => ("<=", ">", "LessOrEqual"),
            JsonataOperator.Greater => (">", "<=", "Greater"),
            _ => (">=", "<", "GreaterOrEqual"),
        };
        string test = want == Want.Opposite ? opposite : sign;
        bool isCertain = !left.IsMissable && !right.IsMissable;
        if (left.Form == Form.Number && right.Form == Form.Number && (isCertain || want != Want.Value))
            return Term.Boolean($"({left.Text} {test} {right.Text})", left, right);
        // A comparison with NaN, which stands for missing, is false in C# too.
        if (want != Want.Value && right.Form == Form.Number && right.IsStable)
            return Term.Boolean($"(Comparisons.Left({left.AsOperand()}, {right.Text}, \"{sign}\") {test} {right.Text})", left, right);
        if (want != Want.Value && left.Form == Form.Number && left.IsStable)
            return Term.Boolean($"({left.Text} {test} Comparisons.Right({left.Text}, {right.AsOperand()}, \"{sign}\"))", left, right);
        if (want == Want.Truth)
            return Term.Boolean($"Comparisons.Is{method}({left.AsValue()}, {right.AsValue()})", left, right);
        var value = Term.Value($"Comparisons.{method}({left.AsValue()}, {right.AsValue()})", Kinds.Boolean | (isCertain ? 0 : Kinds.Missing), left, right);
        return want == Want.Opposite ? Not(value) : value;
    }

    private static Term Compute(JsonataOperator operation, Term left, Term right)
    {
        (string sign, string method) = operation switch
        {
            JsonataOperator.Add => ("+", "Add"),
            JsonataOperator.Subtract => ("-", "Subtract"),
            JsonataOperator.Multiply => ("*", "Multiply"),
            JsonataOperator.Divide => ("/", "Divide"),
            _ => ("%", "Modulo"),
        };
        (Term a, Term b) = (Operand(left, "Left", sign), Operand(right, "Right", sign));
        return Folded(operation, a.Text, b.Text)
            ?? Term.Number($"Numbers.{method}({a.Text}, {b.Text})", Kinds.Number | ((a.Kinds | b.Kinds) & Kinds.Missing), a, b) with { Unchecked = $"{a.Text} {sign} {b.Text}" };
    }

    private static Term Operand(Term term, string side, string sign) => term.Form == Form.Number
        ? term
        : Term.Number($"Numbers.{side}({term.AsOperand()}, \"{sign}\")", Kinds.Number | (term.Kinds & Kinds.Missing), term);

    // Two constants, where the result is a number that JSON can say.
    private static Term? Folded(JsonataOperator operation, string left, string right)
    {
        if (!TryConstant(left, out double a) || !TryConstant(right, out double b))
            return null;
        double result = operation switch
        {
            JsonataOperator.Add => a + b,
            JsonataOperator.Subtract => a - b,
            JsonataOperator.Multiply => a * b,
            JsonataOperator.Divide => a / b,
            _ => a % b,
        };
        return double.IsNaN(result) || double.IsInfinity(result) ? null : Term.Number(CSharp.Number(result), Kinds.Number) with { IsStable = true };
    }

    private static bool TryConstant(string text, out double value) =>
        double.TryParse(text.TrimEnd('d'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out value)
        && text.All(static c => char.IsDigit(c) || c is '.' or '-' or '+' or 'E' or 'd');

    private Term Negate(NegateNode node, Context context)
    {
        Term operand = Emit(node.Operand, context);
        return operand.Form == Form.Number
            ? Term.Number($"-({operand.Text})", operand.Kinds, operand)
            : Term.Number($"Numbers.Negate({operand.AsValue()})", Kinds.Number | (operand.Kinds & Kinds.Missing), operand);
    }

    private Term Concatenate(BinaryNode node, Context context)
    {
        var operands = new List<JsonataNode>();
        Flatten(node, operands);
        Term[] terms = All([.. operands.Select<JsonataNode, Func<Term>>(operand => () => Emit(operand, context))]);
        if (terms.Length > 4)
            terms = [.. terms.Select(term => Spill(term, "text"))];
        return Term.Value($"Concatenation.Of({Evaluation}, {string.Join(", ", terms.Select(term => term.AsPrinted()))})", Kinds.String, terms);
    }

    // a & b & c is one text of three parts.
    private static void Flatten(JsonataNode node, List<JsonataNode> operands)
    {
        var rights = new Stack<JsonataNode>();
        while (node is BinaryNode { Operator: JsonataOperator.Concatenate } chain && chain.Predicates.Count == 0 && chain.Group is null)
        {
            rights.Push(chain.Right);
            node = chain.Left;
        }
        operands.Add(node);
        operands.AddRange(rights);
    }
}

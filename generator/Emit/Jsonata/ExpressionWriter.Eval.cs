using System.Collections.Generic;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content><c>$eval</c> of a constant text, which is compiled in its place.</content>
internal sealed partial class ExpressionWriter
{
    private const int MostNestedEvals = 16;

    private int _evals;

    private Term? Eval(IReadOnlyList<JsonataNode> arguments, Context context)
    {
        if (arguments.Count is 0 or > 2 || arguments[0] is not StringLiteral { Predicates.Count: 0, Group: null } text || _evals == MostNestedEvals)
            return null;
        JsonataExpression expression = JsonataParser.Parse(text.Value);
        if (expression.Root is null)
            return Term.Value($"JsonataFunctions.EvalRefused({CSharp.Text(expression.Errors[0].Message)})", Kinds.Any);
        if (arguments.Count == 2 && Emit(arguments[1], context) is { } focus && !focus.IsOnly(Kinds.Missing))
        {
            // The focus is the context; JSONata keeps the present one where it is missing.
            focus = Spill(focus.ToValue(), "focus");
            if (focus.IsMissable)
                focus = Spill(Term.Value($"{focus.Text}.IsMissing ? {context.Text} : {focus.Text}", Kinds.Any), "focus");
            context = new Context(focus, IsWhole: true);
        }
        string value = Name("value");
        bool outer = _isFunctionBody;
        _isFunctionBody = false;
        _evals++;
        _lines.Add($"JsonValue {value};");
        _lines.Open("try");
        Inside(() =>
        {
            Hoist([expression.Root], []);
            Term result = Emit(expression.Root, context);
            _lines.Add($"{value} = {result.AsValue()};");
            return result;
        });
        _lines.Close();
        string error = Name("error");
        _lines.Open($"catch (JsonataException {error})");
        _lines.Add($"throw JsonataFunctions.EvalFailed({error});");
        _lines.Close();
        _evals--;
        _isFunctionBody = outer;
        return Term.Local(value, Form.Value, Kinds.Any);
    }
}

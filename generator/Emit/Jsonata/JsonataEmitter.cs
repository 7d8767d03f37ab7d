using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <summary>Turns JSONata expressions into methods.</summary>
/// <param name="tables">The keys, constants, functions and regular expressions of the class that gets the methods.</param>
/// <param name="dialect">Whose functions there are.</param>
internal sealed class JsonataEmitter(MachineTables tables, JsonataDialect dialect = JsonataDialect.StepFunctions)
{
    /// <summary>
    /// Writes <c>private static JsonValue name(JsonValue p1, ..., Evaluation evaluation)</c>. A missing value is JSONata's undefined; what fails
    /// throws a <c>JsonataException</c>.
    /// </summary>
    /// <param name="code">Where to write.</param>
    /// <param name="name">The method's name; what else is written has names that start with it and a <c>_</c>.</param>
    /// <param name="expression">The expression, which has a tree.</param>
    /// <param name="bindings">The variables that come as parameters, in order.</param>
    /// <param name="input">The parameter that <c>$</c> and <c>$$</c> are, before all others; null in workflows, where they are undefined.</param>
    /// <param name="modifiers">The method's modifiers.</param>
    public void Method(
        CodeWriter code, string name, JsonataExpression expression, IReadOnlyList<JsonataVariable> bindings, string? input = null, string modifiers = "private static")
    {
        var writer = new ExpressionWriter(tables, dialect, input, bindings);
        writer.Return(expression.Root!);
        IEnumerable<string> parameters = bindings.Select(binding => binding.Name);
        code.Line().Comment(expression.Text.Trim());
        code.Open($"{modifiers} JsonValue {name}({string.Concat((input is null ? parameters : parameters.Prepend(input)).Select(parameter => $"JsonValue {parameter}, "))}Evaluation evaluation)");
        writer.Lines.WriteTo(code);
        code.Close();
    }

    /// <summary>A method for an expression of a workflow, or a part of one.</summary>
    /// <param name="name">The method's name.</param>
    /// <param name="expression">The whole expression.</param>
    /// <param name="part">The part, which reads nothing that the expression binds outside of it.</param>
    /// <param name="bindings">The variables that come as parameters, in order.</param>
    /// <param name="truth">Whether it gives a <c>bool</c>.</param>
    public PartMethod Part(string name, JsonataExpression expression, JsonataNode part, IReadOnlyList<JsonataVariable> bindings, Truth truth)
    {
        var writer = new ExpressionWriter(tables, dialect, null, bindings);
        Form form = writer.Return(part, truth);
        string text = ReferenceEquals(part, expression.Root) ? expression.Text.Trim() : expression.Text.Substring(part.Span.Start, part.Span.Length);
        return new PartMethod(name, text, form, [.. bindings.Select(binding => binding.Name)], writer.IsEvaluated, writer.Lines);
    }

    /// <summary>Whether an expression is a constant that a caller may write in place, by <see cref="Constant"/>.</summary>
    public static bool IsConstant(JsonataExpression expression) => Literal(expression) is not null;

    /// <summary>The C# expression of a constant.</summary>
    public string Constant(JsonataExpression expression) => Literal(expression) switch
    {
        StringLiteral text => $"JsonValue.String({CSharp.Text(text.Value)})",
        NumberLiteral number => $"JsonValue.Number({CSharp.Number(number.Value + 0d)})",
        BooleanLiteral boolean => boolean.Value ? "JsonValue.True" : "JsonValue.False",
        _ => "JsonValue.Null",
    };

    private static JsonataNode? Literal(JsonataExpression expression) =>
        expression.Root is StringLiteral or NumberLiteral or BooleanLiteral or NullLiteral && expression.Root.Predicates.Count == 0 && expression.Root.Group is null
            ? expression.Root
            : null;
}

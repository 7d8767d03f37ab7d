using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Generator.Emit.Jsonata;
using Compiled.Language.Binding;
using Compiled.Language.Expressions;

namespace Compiled.Generator.Emit.Queries;

/// <summary>
/// Writes the methods of a frame that evaluate the JSONata of a state's fields, one <c>try</c> a method: what an expression throws becomes
/// the error that names it, whichever of the method's expressions it was.
/// </summary>
/// <param name="flow">The flow.</param>
/// <param name="state">The state, whose name those of the methods start with.</param>
internal sealed class QueryEmitter(FlowEmitter flow, State state)
{
    private readonly JsonataEmitter _expressions = new(flow.Tables);

    /// <summary>Whether the value is known at build time.</summary>
    public static bool IsConstant(Template template) => Texts(template).All(text => JsonataEmitter.IsConstant(text.Parsed));

    /// <summary>The C# expression of a template that is constant.</summary>
    public string Constant(Template template) => new Body(this, new QueryScope(""), null).Value(template, "");

    /// <summary>Names a method that takes <c>parameters</c> and <c>ref Fault? fault</c>; written after <c>Advance</c>.</summary>
    /// <param name="field">The rest of the method's name.</param>
    /// <param name="type">What it returns; <c>default</c> beside a fault.</param>
    /// <param name="parameters">Its parameters, each followed by a comma.</param>
    /// <param name="values">What it evaluates.</param>
    /// <param name="scope">What its expressions read.</param>
    /// <param name="write">Writes what it does and returns, given what evaluates its values.</param>
    public string Method(string field, string type, string parameters, IEnumerable<object?> values, QueryScope scope, Action<Body> write)
    {
        JsonataText[] texts = [.. values.SelectMany(Texts).Where(text => !JsonataEmitter.IsConstant(text.Parsed))];
        return flow.Method(state, field, name => Write(name, type, parameters, texts, scope, write));
    }

    private void Write(string name, string type, string parameters, JsonataText[] texts, QueryScope scope, Action<Body> write)
    {
        CodeWriter code = flow.Code;
        code.Line().Open($"private {type} {name}({parameters}ref Fault? fault)");
        var body = new Body(this, scope, name) { OnFault = type == "void" ? "return;" : "return default;" };
        if (texts.Length == 0)
        {
            write(body);
            code.Close();
            return;
        }
        code.Line($"QueryField at = Fields.{name}_1;");
        code.Line("Evaluation evaluation = Evaluate();");
        if (texts.Any(QueryScope.ReadsContext))
            code.Line($"JsonValue {QueryScope.ContextLocal} = {scope.Context};");
        code.Open("try");
        write(body);
        code.Close();
        code.Open("catch (JsonataException exception)");
        code.Line("fault = at.Failed(exception);");
        code.Line(body.OnFault).Close();
        code.Close();
    }

    private static IEnumerable<JsonataText> Texts(object? value) => value switch
    {
        JsonataText text => [text],
        JsonataTemplate template => [template.Text],
        ObjectTemplate made => made.Members.SelectMany(member => Texts(member.Value)),
        ArrayTemplate made => made.Items.SelectMany(Texts),
        Assignment assign => assign.Variables.SelectMany(variable => Texts(variable.Value)),
        _ => [],
    };

    /// <summary>Writes into a method what evaluates fields; gives the C# expressions of their values.</summary>
    internal sealed class Body(QueryEmitter owner, QueryScope scope, string? method)
    {
        private int _count, _constants, _locals;

        /// <summary>The statement that ends the method where <c>fault</c> is set.</summary>
        public string OnFault { get; init; } = "return default;";

        public CodeWriter Code => owner.FlowCode;

        /// <summary>A template's value: a constant, or what is made of locals that hold what its expressions gave.</summary>
        public string Value(Template template, string field, string take = "Take") => template switch
        {
            JsonataTemplate expression => Value(expression.Text, field, take),
            ObjectTemplate made => $"JsonValue.ObjectOf([{string.Join(", ", made.Members.Select(member => $"new({owner.Tables.Keys.Of(member.Name)}, {Value(member.Value, field + "/" + member.Name, take)})").ToArray())}])",
            ArrayTemplate made => $"JsonValue.ArrayOf([{string.Join(", ", made.Items.Select((item, i) => Value(item, field + "/" + CSharp.Number(i), take)).ToArray())}])",
            LiteralTemplate => owner.Literal(template),
            _ => throw new InvalidOperationException($"'{template.GetType().Name}' has no emitted form."),
        };

        /// <summary>As <see cref="Value(Template, string, string)"/>, in a local that later statements can't change.</summary>
        public string Settled(Template template, string field)
        {
            string value = Value(template, field);
            return template is JsonataTemplate or LiteralTemplate ? value : Local(value);
        }

        /// <summary>What an expression gives, taken as its field takes it.</summary>
        /// <param name="text">The expression.</param>
        /// <param name="field">The place that errors name.</param>
        /// <param name="take">The method of <c>QueryField</c> that takes the value.</param>
        /// <param name="type">What that gives.</param>
        /// <param name="more">Further arguments of it, each followed by a comma.</param>
        public string Value(JsonataText text, string field, string take, string type = "JsonValue", string more = "")
        {
            if (JsonataEmitter.IsConstant(text.Parsed))
                return Constant(text, field, take, type, more);
            string name = $"{method}_{++_count}";
            string call = owner.Add(name, text, field, scope);
            if (_count > 1)
                Code.Line($"at = Fields.{name};");
            string local = Local($"at.{(take == "Take" ? Take(text) : take)}({call}, {more}ref fault)", type);
            Code.If("fault is not null", OnFault);
            return local;
        }

        private string Constant(JsonataText text, string field, string take, string type, string more)
        {
            string constant = owner._expressions.Constant(text.Parsed);
            if (take == "Take")
                return constant;
            string name = $"{method}_Constant{++_constants}";
            owner.Tables.Expressions.Add(name, text.Expression.Trim(), field, null);
            string local = Local($"Fields.{name}.{take}({constant}, {more}ref fault)", type);
            Code.If("fault is not null", OnFault);
            return local;
        }

        private string Local(string value, string type = "JsonValue")
        {
            string name = "v" + ++_locals;
            Code.Line($"{type} {name} = {value};");
            return name;
        }
    }

    /// <summary>The method of <c>QueryField</c> that takes an expression's value.</summary>
    public static string Take(JsonataText text) => KeepsArrays(text) ? "TakeKept" : "Take";

    // An array that an expression marked as kept must not be seen as such by the next: AWS hands on JSON. One constructor too many costs a look.
    private static bool KeepsArrays(JsonataText text) => string.Concat(text.Expression.Where(c => !char.IsWhiteSpace(c))).Contains("[]");

    private CodeWriter FlowCode => flow.Code;

    private MachineTables Tables => flow.Tables;

    private string Literal(Template template) => flow.Templates.Constant(template);

    private string Add(string name, JsonataText text, string field, QueryScope scope)
    {
        var taken = scope.Of(text, flow.Variables);
        JsonataVariable[] parameters = [.. taken.Select(each => each.Parameter)];
        flow.Tables.Expressions.Add(
            name, text.Expression.Trim(), field, code => _expressions.Method(code, name, text.Parsed, parameters, modifiers: "public static"));
        return $"Expression.{name}({string.Concat(taken.Select(each => each.Value + ", "))}evaluation)";
    }
}

using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>Calls.</content>
internal sealed partial class ExpressionWriter
{
    // Whether a call in tail position may be left to the caller: inside a function that is a value.
    private bool _isFunctionBody;

    private Term Call(CallNode node, Context context, Want want, JsonataNode? piped = null)
    {
        if (BuiltIn(node.Procedure) is { } function)
        {
            JsonataNode[] arguments = piped is null ? [.. node.Arguments] : [piped, .. node.Arguments];
            if (node.IsTailCall && piped is null && arguments.Length < function.Signature.Parameters.Count && function.Signature.Parameters[0].TakesContext)
                return CallInTheEnd(function, arguments, context);
            return Fused(function, arguments, context, want) ?? CallBuiltIn(function, [.. arguments.Select(argument => (Func<Term>)(() => Emit(argument, context)))], context);
        }
        var parts = new List<Func<Term>> { () => Emit(node.Procedure, context) };
        if (piped is not null)
            parts.Insert(0, () => Emit(piped, context));
        parts.AddRange(node.Arguments.Select(argument => (Func<Term>)(() => Emit(argument, context))));
        var terms = All([.. parts]).ToList();
        int place = piped is null ? 0 : 1;
        Term procedure = terms[place];
        terms.RemoveAt(place);
        string given = string.Concat(terms.Select(term => ", " + term.AsValue()));
        Term[] all = [procedure, .. terms];
        if (node.IsTailCall && _isFunctionBody && piped is null && node.Predicates.Count == 0)
            return Term.Value($"{Evaluation}.TailCall({procedure.AsValue()}, {CSharp.Text(node.Name)}{given})", Kinds.Any, all);
        if (Forgotten(node.Procedure) is { } name)
            return Term.Value($"Calls.CallNamed({procedure.AsValue()}, {Given(context)}, {CSharp.Text(name)}, {Evaluation}{given})", Kinds.Any, all) with { IsOpen = true };
        return Term.Value($"Calls.Call({procedure.AsValue()}, {Given(context)}, {CSharp.Text(node.Name)}, {Evaluation}{given})", Kinds.Any, all) with { IsOpen = true };
    }

    // The caller of a function makes the call that the function ends with, so it is the caller's context that may stand in for an
    // argument; functions over items have none.
    private Term CallInTheEnd(JsonataBuiltIn function, JsonataNode[] arguments, Context context)
    {
        Func<Term>[] parts = [.. arguments.Select(argument => (Func<Term>)(() => Emit(argument, context)))];
        if (!_isFunctionBody)
            return CallBuiltIn(function, parts, new Context(Term.Value("JsonValue.Null", Kinds.Null), IsWhole: true));
        Term[] given = All(parts);
        return Term.Value(
            $"{Evaluation}.TailCall({_tables.Queries.BuiltIn(function)}.AsValue(), {CSharp.Text(function.Name)}{string.Concat(given.Select(term => ", " + term.AsValue()))})", Kinds.Any, given);
    }

    /// <summary>The built-in function that a procedure is: a variable that nothing else is bound to.</summary>
    private JsonataBuiltIn? BuiltIn(JsonataNode procedure) =>
        procedure is VariableNode { IsContext: false, IsRoot: false, Group: null } variable && variable.Predicates.Count == 0 && _scope.Find(variable.Name) is null
            ? JsonataFunctionTable.Find(variable.Name, _dialect)
            : null;

    // The name of a path that is called, where a function has that name: its $ may have been forgotten.
    private string? Forgotten(JsonataNode procedure) =>
        procedure is PathNode path && path.Steps[0].Node is NameNode name && (_scope.Find(name.Name) is not null || JsonataFunctionTable.Find(name.Name, _dialect) is not null)
            ? name.Name
            : null;

    private Term CallBuiltIn(JsonataBuiltIn function, Func<Term>[] parts, Context context)
    {
        Term[] given = All(parts);
        Term[]? arguments = BuiltInCall.Arrange(function, given, context, out bool takesContext);
        if (arguments is null)
        {
            string all = string.Concat(given.Select(term => ", " + term.AsValue()));
            return Term.Value(
                $"Calls.Call({_tables.Queries.BuiltIn(function)}.AsValue(), {Given(context)}, {CSharp.Text(function.Name)}, {Evaluation}{all})", BuiltInCall.Result(function), given)
                with
            { IsOpen = BuiltInCall.IsOpen(function) };
        }
        var texts = arguments.Select(term => function.Name == "string" ? term.AsPrinted() : term.AsValue()).ToList();
        if (takesContext)
            texts[0] = Fits(context, function) ? Given(context) : $"Calls.Context({Given(context)}, {CSharp.Text(function.Signature.Parameters[0].Accepts)}, {CSharp.Text(function.Name)})";
        if (function.TakesEvaluation)
            texts.Add(Evaluation);
        return Term.Value($"JsonataFunctions.{function.Method}({string.Join(", ", texts)})", BuiltInCall.Result(function), given) with { IsOpen = BuiltInCall.IsOpen(function) };
    }

    private static bool Fits(Context context, JsonataBuiltIn function) =>
        BuiltInCall.Fits(context.Term.Kinds, function.Signature.Parameters[0].Accepts);

    // JSONata wraps an input that is an array, and passes it like that.
    private static string Given(Context context) =>
        context.IsWhole && (context.Term.Kinds & Kinds.Array) != 0 ? $"Sequences.Wrap({context.Text})" : context.Text;

    private Term Apply(ApplyNode node, Context context, Want want)
    {
        if (node.Right is CallNode call)
            return Call(call, context, want, node.Left);
        Term[] sides = All(() => Emit(node.Left, context), () => Emit(node.Right, context));
        return Term.Value($"Calls.Apply({sides[0].AsValue()}, {sides[1].AsValue()}, {Evaluation})", Kinds.Any, sides) with { IsOpen = true };
    }

    private Term Partial(PartialNode node, Context context)
    {
        var parts = node.Arguments.Select(argument => (Func<Term>)(() => argument is null ? Term.Missing : Emit(argument, context))).Append(() => Emit(node.Procedure, context));
        Term[] terms = All([.. parts]);
        Term procedure = terms[terms.Length - 1];
        string open = string.Join(", ", Enumerable.Range(0, node.Arguments.Count).Where(i => node.Arguments[i] is null));
        string given = string.Concat(terms.Take(terms.Length - 1).Select(term => ", " + term.AsValue()));
        string call = Forgotten(node.Procedure) is { } name
            ? $"Calls.PartialNamed({procedure.AsValue()}, {CSharp.Text(name)}, [{open}]{given})"
            : $"Calls.Partial({procedure.AsValue()}, {CSharp.Text(node.Name)}, [{open}]{given})";
        return Term.Value(call, Kinds.Function, terms);
    }

    private Term Lambda(LambdaNode node, Context context)
    {
        string name = Name("function");
        bool outer = _isFunctionBody;
        _isFunctionBody = true;
        List<string> loops = _loops;
        _loops = ["arguments"];
        _lines.Open($"JsonValue {name} = Lambda.Of({node.Parameters.Count}, (arguments, evaluation) =>");
        Inside(() =>
        {
            for (int i = 0; i < node.Parameters.Count; i++)
            {
                // A variable that holds a sequence of one reads as the one.
                Term parameter = Spill(Term.Value($"Sequences.Collapse(arguments.At({i}))", Kinds.Any), node.Parameters[i]);
                _scope.Bind(node.Parameters[i], new Variable(parameter.Text, Kinds.Any));
            }
            Hoist([node.Body], []);
            _lines.Add($"return {Emit(node.Body, context).AsValue()};");
            return name;
        });
        _loops = loops;
        _lines.Close(node.Signature is null ? ");" : $", {_tables.Queries.Signature(node.Signature)});");
        _isFunctionBody = outer;
        return Term.Local(name, Form.Value, Kinds.Function);
    }

    private Term Transform(TransformNode node, Context context)
    {
        string name = Name("transform");
        bool outer = _isFunctionBody;
        _isFunctionBody = false;
        _lines.Add($"var {name} = new Transform(");
        Function(node.Pattern, ",");
        Function(node.Update, ",");
        if (node.Delete is null)
            _lines.Add("    null" + (_scope.Find("clone") is null ? ");" : ","));
        else
            Function(node.Delete, _scope.Find("clone") is null ? ");" : ",");
        if (_scope.Find("clone") is { } clone)
            _lines.Add($"    () => {clone.Read().AsValue()});");
        _isFunctionBody = outer;
        return Term.Value($"{name}.AsValue()", Kinds.Function);
    }

    // A part of a transformation as a function of the item it is evaluated for.
    private void Function(JsonataNode node, string tail)
    {
        string item = Name("item");
        List<string> loops = _loops;
        _loops = ["arguments"];
        _lines.Open($"({item}, evaluation) =>");
        Inside(() =>
        {
            Term value = Emit(node, new Context(Term.Local(item, Form.Value, Kinds.Any), IsWhole: false));
            _lines.Add($"return {value.AsValue()};");
            return value;
        });
        _loops = loops;
        _lines.Close(tail);
    }
}

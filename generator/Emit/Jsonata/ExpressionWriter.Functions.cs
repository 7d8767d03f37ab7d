using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>Built-in functions that are written out instead of called: those over items with a function in place.</content>
internal sealed partial class ExpressionWriter
{
    /// <summary>The function written out, or null where it has to be called.</summary>
    private Term? Fused(JsonataBuiltIn function, JsonataNode[] arguments, Context context, Want want)
    {
        switch (function.Name)
        {
            case "boolean" when arguments.Length == 1 && want == Want.Truth:
                return Term.Boolean(Emit(arguments[0], context, Want.Truth).AsTruth());
            case "not" when arguments.Length == 1 && want == Want.Truth:
                Term operand = Emit(arguments[0], context);
                return operand.IsMissable ? null : Term.Boolean($"!{operand.AsTruth()}", operand);
            case "eval":
                return Eval(arguments, context);
            case "exists" when arguments.Length == 1:
                Term value = Emit(arguments[0], context);
                return Term.Boolean(value.Form switch { Form.Number => $"!double.IsNaN({value.Text})", Form.Boolean => "true", _ => $"!{value.Text}.IsMissing" }, value);
        }
        if (arguments.Length < 2 || arguments[1] is not LambdaNode { Signature: null, KeepArray: false, Group: null } lambda || lambda.Predicates.Count > 0)
            return null;
        return (function.Name, arguments.Length) switch
        {
            ("map", 2) => Map(arguments[0], lambda, context),
            ("filter", 2) => Filter(arguments[0], lambda, context),
            ("reduce", 2 or 3) when lambda.Parameters.Count >= 2 => Reduce(arguments, lambda, context),
            _ => null,
        };
    }

    private Term Map(JsonataNode input, LambdaNode lambda, Context context)
    {
        string name = Name("mapped");
        Term items = Spill(Emit(input, context).ToValue(), "items");
        _lines.Add($"var {name} = new Sequence(evaluation);");
        OverItems(items, lambda, context, (item, body) => _lines.Add($"{name}.Push({body.AsValue()});"), Want.Value);
        return Collected(name, isKept: false, isOpen: true);
    }

    private Term Filter(JsonataNode input, LambdaNode lambda, Context context)
    {
        string name = Name("filtered");
        Term items = Spill(Emit(input, context).ToValue(), "items");
        _lines.Add($"var {name} = new Sequence(evaluation);");
        OverItems(items, lambda, context, (item, body) =>
        {
            _lines.Add($"if ({body.AsTruth()})");
            _lines.Add($"    {name}.Push({item.Text});");
        }, Want.Truth);
        return Collected(name, isKept: false, isOpen: true);
    }

    // The loop of $map and $filter: the function gets the item, its index and the whole array.
    private void OverItems(Term items, LambdaNode lambda, Context context, Action<Term, Term> write, Want want)
    {
        string? index = lambda.Parameters.Count > 1 ? Name("index") : null;
        if (index is not null)
            _lines.Add($"int {index} = 0;");
        Loop($"Items.Of({items.Text})", lambda.Parameters.Count > 0 ? lambda.Parameters[0] : "item", Kinds.Present, item =>
        {
            var given = new List<Term> { item.Term };
            if (index is not null)
                given.Add(Spill(Term.Number($"{index}++", Kinds.Number), lambda.Parameters[1]));
            if (lambda.Parameters.Count > 2)
                given.Add(Spill(Term.Value($"Sequences.AsArray({items.Text})", Kinds.Array), lambda.Parameters[2]));
            write(item.Term, Inline(lambda, given, context, want));
        });
    }

    private Term Reduce(JsonataNode[] arguments, LambdaNode lambda, Context context)
    {
        Term items = Spill(Emit(arguments[0], context).ToValue(), "items");
        Term start = arguments.Length > 2 ? Emit(arguments[2], context) : Term.Missing;
        string total = Name(lambda.Parameters[0]);
        string index = Name("index");
        string whole = Name("whole");
        bool wantsIndex = lambda.Parameters.Count > 2;
        string count = wantsIndex ? $"int {index} = 0;" : "";
        // Without a value to start from, the first item is it.
        string first = Name("isFirst");
        _lines.Add($"JsonValue {total} = {(items.IsOnly(Kinds.Missing) ? "default" : $"{items.Text}.IsMissing ? default : {start.AsValue()}")};");
        _lines.Add($"bool {first} = {total}.IsMissing;");
        if (wantsIndex)
            _lines.Add(count);
        OpenLoop(whole, $"Items.Of({items.Text})");
        _lines.Open($"if ({first})");
        _lines.Add($"{total} = {whole};");
        _lines.Add($"{first} = false;");
        if (wantsIndex)
            _lines.Add($"{index}++;");
        _lines.Add("continue;");
        _lines.Close();
        Inside(() =>
        {
            var given = new List<Term> { new(total, Form.Value, Kinds.Any), Term.Local(whole, Form.Value, Kinds.Present) };
            if (wantsIndex)
                given.Add(Spill(Term.Number($"{index}++", Kinds.Number), lambda.Parameters[2]));
            if (lambda.Parameters.Count > 3)
                given.Add(Spill(Term.Value($"Sequences.AsArray({items.Text})", Kinds.Array), lambda.Parameters[3]));
            Term body = Inline(lambda, given, context, Want.Value);
            _lines.Add($"{total} = {body.AsValue()};");
            return body;
        });
        CloseLoop();
        return Term.Local(total, Form.Value, Kinds.Any);
    }

    /// <summary>The body of a function in the place of its call.</summary>
    private Term Inline(LambdaNode lambda, List<Term> given, Context context, Want want)
    {
        bool outer = _isFunctionBody;
        _isFunctionBody = false;
        Term body = Inside(() =>
        {
            for (int i = 0; i < lambda.Parameters.Count; i++)
            {
                Term argument = i < given.Count ? given[i] : Term.Missing;
                _scope.Bind(lambda.Parameters[i], new Variable(argument.Text, argument.Kinds) { Form = argument.Form, IsMutable = !argument.IsStable });
            }
            Hoist([lambda.Body], []);
            return Emit(lambda.Body, context, want);
        });
        _isFunctionBody = outer;
        return body;
    }
}

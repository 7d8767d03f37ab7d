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
                if (arguments[0] is BinaryNode { KeepArray: false, Group: null, Predicates.Count: 0 } comparison && IsOrder(comparison))
                {
                    (Term left, Term right) = Sides(comparison, context);
                    return Compare(comparison.Operator, left, right, Want.Opposite);
                }
                return Not(Emit(arguments[0], context));
            case "contains" when want == Want.Truth && arguments.Length == 2 && arguments[1] is RegexLiteral { Predicates.Count: 0, Group: null } regex:
                Term text = Emit(arguments[0], context);
                return Term.Boolean($"JsonataFunctions.ContainsMatch({text.AsValue()}, {_tables.Queries.JsonataRegex(regex.Pattern, regex.Flags)}, {Evaluation})", text);
            case "sum" or "max" or "min" or "average" or "count" when arguments.Length == 1:
                return Aggregate(function.Name, arguments[0], context);
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
            ("filter", 2) => Filter(arguments[0], lambda, context, isResult: ReferenceEquals(lambda, _filter)),
            ("single", 2) => Single(arguments[0], lambda, context),
            ("each", 2) => Each(arguments[0], lambda, context),
            ("sift", 2) => Sift(arguments[0], lambda, context),
            ("reduce", 2 or 3) when lambda.Parameters.Count >= 2 => Reduce(arguments, lambda, context),
            _ => null,
        };
    }

    private static Term Not(Term operand) => operand.IsMissable
        ? Term.Value($"JsonataFunctions.Not({operand.AsValue()})", Kinds.Boolean | Kinds.Missing, operand)
        : Term.Boolean($"!{operand.AsTruth()}", operand);

    // Over a path nothing is collected; what it gives is added up in the loops.
    private Term? Aggregate(string function, JsonataNode argument, Context context)
    {
        if (argument is not PathNode { Group: null, KeepSingletonArray: false, KeepArray: false, Predicates.Count: 0 } path)
            return null;
        // The value of one field costs no more than going over it; what counts needs no more than the value of any short path.
        bool counts = function == "count";
        if ((counts || path.Steps.Count == 1) && Short(path, context) is not null)
            return null;
        string name = Name(counts ? "counter" : "total");
        _lines.Add(counts ? $"var {name} = new Counter();" : $"var {name} = new Total({CSharp.Text(function)});");
        Over(path, context, new CollectingSink(this, name, takesNumbers: !counts));
        string method = char.ToUpperInvariant(function[0]) + function.Substring(1);
        return Spill(Term.Number($"{name}.{method}()", counts ? Kinds.Number : Kinds.Number | Kinds.Missing), function);
    }

    /// <summary>The items that a function over items goes over: those of a path as they are collected, or of a value.</summary>
    private (string Loop, Term Whole) ItemsOf(JsonataNode node, Context context, bool needsWhole)
    {
        if (!needsWhole && node is PathNode { Group: null, KeepSingletonArray: false, KeepArray: false, Predicates.Count: 0 } path && Short(path, context) is null)
        {
            string name = Name(Hint(path));
            _lines.Add($"var {name} = new Sequence({Evaluation});");
            Over(path, context, new CollectingSink(this, name));
            return ($"{name}.Elements()", Term.Missing);
        }
        Term items = Spill(Emit(node, context).ToValue(), "items");
        return ($"Items.Of({items.Text})", items);
    }

    private Term Map(JsonataNode input, LambdaNode lambda, Context context)
    {
        string name = Name("mapped");
        (string, Term) items = ItemsOf(input, context, lambda.Parameters.Count > 2);
        _lines.Add($"var {name} = new Sequence({Evaluation});");
        OverItems(items, lambda, context, (item, body) => _lines.Add($"{name}.Push({body.AsValue()});"), Want.Value);
        return Collected(name, isKept: false, isOpen: true);
    }

    private Term Filter(JsonataNode input, LambdaNode lambda, Context context, bool isResult)
    {
        string name = Name("filtered");
        (string Loop, Term Whole) items = ItemsOf(input, context, lambda.Parameters.Count > 2);
        // Where the array that all items are of can be the result, it is: nobody sees that it is no sequence.
        bool mayBeSource = isResult && items.Whole.IsStable && !items.Whole.IsOnly(Kinds.Missing);
        _lines.Add(mayBeSource ? $"var {name} = new Filtered({items.Whole.Text}, {Evaluation});" : $"var {name} = new Sequence({Evaluation});");
        OverItems(items, lambda, context, (item, body) =>
        {
            _lines.Add($"if ({body.AsTruth()})");
            _lines.Add($"    {name}.Push({item.Text});");
            if (!mayBeSource)
                return;
            _lines.Add("else");
            _lines.Add($"    {name}.Skip();");
        }, Want.Truth);
        return mayBeSource ? Term.Value($"{name}.ToValue()", Kinds.Any) : Collected(name, isKept: false, isOpen: true);
    }

    private Term Single(JsonataNode input, LambdaNode lambda, Context context)
    {
        Term items = Spill(Emit(input, context).ToValue(), "items");
        string name = Name("single");
        _lines.Add($"var {name} = new SingleItem();");
        OverItems(($"Items.Of({items.Text})", items), lambda, context, (item, body) => _lines.Add($"{name}.Add({item.Text}, {body.AsTruth()});"), Want.Truth);
        return Term.Value($"{name}.ToValue({items.Text})", Kinds.Any);
    }

    private Term Each(JsonataNode input, LambdaNode lambda, Context context)
    {
        string name = Name("results");
        _lines.Add($"var {name} = new Sequence({Evaluation});");
        OverMembers("each", input, lambda, context, (member, body) => _lines.Add($"{name}.Push({body.AsValue()});"), Want.Value);
        return Collected(name, isKept: false, isOpen: true);
    }

    private Term Sift(JsonataNode input, LambdaNode lambda, Context context)
    {
        string name = Name("sifted");
        _lines.Add($"var {name} = new ObjectBuilder(4);");
        OverMembers("sift", input, lambda, context, (member, body) =>
        {
            _lines.Add($"if ({body.AsTruth()})");
            _lines.Add($"    {name}.Add({member}.Key, {member}.Value);");
        }, Want.Truth);
        return Term.Value($"{name}.ToValueOrMissing()", Kinds.Object | Kinds.Missing);
    }

    // The loop of $each and $sift: the function gets the value, its name and the whole object.
    private void OverMembers(string function, JsonataNode input, LambdaNode lambda, Context context, Action<string, Term> write, Want want)
    {
        Term whole = Spill(Term.Value($"Calls.ObjectFor({Emit(input, context).AsValue()}, {CSharp.Text(function)})", Kinds.Object | Kinds.Missing), "members");
        string member = Name("member");
        _lines.Open($"foreach (JsonMember {member} in {whole.Text}.Members())");
        _lines.Add(Evaluation + ".Step();");
        _loops.Add(member);
        Inside(() =>
        {
            var given = new List<Term>();
            if (lambda.Parameters.Count > 0)
                given.Add(Spill(Term.Value($"{member}.Value", Kinds.Present), lambda.Parameters[0]));
            if (lambda.Parameters.Count > 1)
                given.Add(Spill(Term.Value($"JsonValue.String({member}.Name)", Kinds.String), lambda.Parameters[1]));
            if (lambda.Parameters.Count > 2)
                given.Add(whole);
            Term body = Inline(lambda, given, context, want);
            write(member, body);
            return body;
        });
        _loops.RemoveAt(_loops.Count - 1);
        _lines.Close();
    }

    // The loop of $map and $filter: the function gets the item, its index and the whole array.
    private void OverItems((string Loop, Term Whole) items, LambdaNode lambda, Context context, Action<Term, Term> write, Want want)
    {
        string? index = lambda.Parameters.Count > 1 ? Name("index") : null;
        if (index is not null)
            _lines.Add($"int {index} = 0;");
        Loop(items.Loop, "item", Kinds.Present, item =>
        {
            var given = new List<Term> { item.Term };
            if (lambda.Parameters.Count > 0)
                given[0] = Spill(Term.Value($"Sequences.Collapse({item.Text})", Kinds.Any), lambda.Parameters[0]);
            if (index is not null)
                given.Add(Spill(Term.Number($"{index}++", Kinds.Number), lambda.Parameters[1]));
            if (lambda.Parameters.Count > 2)
                given.Add(Spill(Term.Value($"Sequences.AsArray({items.Whole.Text})", Kinds.Array), lambda.Parameters[2]));
            write(item.Term, Inline(lambda, given, context, want));
        });
    }

    private Term Reduce(JsonataNode[] arguments, LambdaNode lambda, Context context)
    {
        (string loop, Term items) = ItemsOf(arguments[0], context, lambda.Parameters.Count > 3 || arguments.Length > 2);
        Term start = arguments.Length > 2 ? Emit(arguments[2], context) : Term.Missing;
        string total = Name("total"), item = Name("item");
        string? index = lambda.Parameters.Count > 2 ? Name("index") : null;
        // Without a value to start from, the first item is it.
        string first = Name("isFirst");
        _lines.Add($"JsonValue {total} = {(start.IsOnly(Kinds.Missing) ? "default" : $"{items.Text}.IsMissing ? default : {start.AsValue()}")};");
        _lines.Add($"bool {first} = {(start.IsMissable ? total + ".IsMissing" : "false")};");
        if (index is not null)
            _lines.Add($"int {index} = 0;");
        OpenLoop(item, loop);
        _lines.Open($"if ({first})");
        _lines.Add($"{total} = {item};");
        _lines.Add($"{first} = false;");
        if (index is not null)
            _lines.Add($"{index}++;");
        _lines.Add("continue;");
        _lines.Close();
        Inside(() =>
        {
            var given = new List<Term>
            {
                Spill(Term.Value($"Sequences.Collapse({total})", Kinds.Any), lambda.Parameters[0]),
                Spill(Term.Value($"Sequences.Collapse({item})", Kinds.Any), lambda.Parameters[1]),
            };
            if (index is not null)
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

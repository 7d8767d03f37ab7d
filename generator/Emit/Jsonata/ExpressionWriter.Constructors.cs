using System;
using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>Arrays, objects and grouping.</content>
internal sealed partial class ExpressionWriter
{
    private Term Array(ArrayConstructorNode node, Context context)
    {
        if (node.Items.Count == 0 && !node.IsConsArray)
            return Term.Value("JsonValue.EmptyArray", Kinds.Array) with { IsStable = true };
        if (!node.IsConsArray && node.Items.All(item => item is not RangeNode))
        {
            Term[] terms = All([.. node.Items.Select<JsonataNode, Func<Term>>(item => () => Emit(item, context))]);
            bool isFixed = node.Items.Zip(terms, (item, term) => item is ArrayConstructorNode ? !term.IsMissable : (term.Kinds & (Kinds.Missing | Kinds.Array)) == 0).All(x => x);
            if (isFixed && terms.Length > 0)
                return Term.Value($"JsonValue.ArrayOf([{string.Join(", ", terms.Select(term => term.AsValue()))}])", Kinds.Array, terms);
            return Collected(node, [.. terms.Select(term => (Func<Term>)(() => term))], context);
        }
        return Collected(node, [.. node.Items.Select<JsonataNode, Func<Term>>(item => () => item is RangeNode ? Term.Missing : Emit(item, context))], context);
    }

    private Term Collected(ArrayConstructorNode node, Func<Term>[] items, Context context)
    {
        string name = Name("items");
        _lines.Add($"var {name} = new ArrayBuilder({node.Items.Count(item => item is not RangeNode)});");
        for (int i = 0; i < items.Length; i++)
        {
            if (node.Items[i] is RangeNode range)
            {
                Term[] ends = All(() => Emit(range.First, context), () => Emit(range.Last, context));
                _lines.Add($"{name}.AddRange({ends[0].AsValue()}, {ends[1].AsValue()}, {Evaluation});");
                continue;
            }
            Term item = items[i]();
            // An array constructor in an array constructor stays an array, every other array is opened.
            string method = node.Items[i] is ArrayConstructorNode || (item.Kinds & Kinds.Array) == 0 ? "Add" : "Append";
            _lines.Add(method == "Add" ? $"{name}.Add({item.AsValue()});" : $"{name}.Append({item.AsValue()}, {Evaluation});");
        }
        return Term.Value($"{name}.{(node.IsConsArray ? "ToWhole" : "ToValue")}()", Kinds.Array);
    }

    private Term Object(ObjectConstructorNode node, Context context)
    {
        if (node.Pairs.Count == 0)
            return Term.Value("JsonValue.EmptyObject", Kinds.Object) with { IsStable = true };
        bool isFixed = node.Pairs.All(pair => pair.Key is StringLiteral { Group: null } key && key.Predicates.Count == 0)
            && node.Pairs.Select(pair => ((StringLiteral)pair.Key).Value).Distinct().Count() == node.Pairs.Count;
        if (!isFixed)
            return Group(node.Pairs, write => Over(context, write));
        if (context.IsSpread)
            context = new Context(Spill(Term.Value($"Paths.Grouped({context.Text})", Kinds.Any), "group"), IsWhole: false);
        return Members(node.Pairs, context);
    }

    // Distinct names that are known: the values in place.
    private Term Members(IReadOnlyList<JsonataPair> pairs, Context context)
    {
        Term[] values = All([.. pairs.Select<JsonataPair, Func<Term>>(pair => () => Emit(pair.Value, context))]);
        string[] keys = [.. pairs.Select(pair => _tables.Keys.Of(((StringLiteral)pair.Key).Value))];
        if (values.All(value => !value.IsMissable))
            return Term.Value($"JsonValue.ObjectOf([{string.Join(", ", keys.Zip(values, (key, value) => $"new({key}, {value.AsValue()})"))}])", Kinds.Object, values);
        string name = Name("members");
        _lines.Add($"var {name} = new ObjectBuilder({pairs.Count});");
        for (int i = 0; i < values.Length; i++)
            _lines.Add($"{name}.Add({keys[i]}, {values[i].AsValue()});");
        return Term.Value($"{name}.ToValue()", Kinds.Object);
    }

    private Term Group(IReadOnlyList<JsonataPair> pairs, Term input)
    {
        Term items = Spill(input.ToValue(), "items");
        return Group(pairs, write => Loop($"Items.OrMissing({items.Text})", "item", Kinds.Any, item => write(item)));
    }

    // JSONata, evaluateGroupExpression: the items of each key, then the value for each key.
    private Term Group(IReadOnlyList<JsonataPair> pairs, Action<Action<Context>> over)
    {
        string groups = Name("groups"), members = Name("members"), index = Name("i");
        _lines.Add($"var {groups} = new Groups();");
        over(item =>
        {
            for (int i = 0; i < pairs.Count; i++)
            {
                Term key = Emit(pairs[i].Key, item);
                _lines.Add($"{groups}.Add({i}, {key.AsValue()}, {item.Text});");
            }
        });
        _lines.Add($"var {members} = new ObjectBuilder({groups}.Count);");
        _lines.Open($"for (int {index} = 0; {index} < {groups}.Count; {index}++)");
        Term group = Spill(Term.Value($"{groups}.Value({index})", Kinds.Any), "group");
        Values(pairs, groups, members, index, () => new Context(group, IsWhole: false));
        _lines.Close();
        return Term.Value($"{members}.ToValue()", Kinds.Object);
    }

    // The value of the pair that made a group.
    private void Values(IReadOnlyList<JsonataPair> pairs, string groups, string members, string index, Func<Context> context)
    {
        if (pairs.Count == 1)
        {
            _lines.Add($"{members}.Add({groups}.Key({index}), {Emit(pairs[0].Value, context()).AsValue()});");
            return;
        }
        _lines.Open($"switch ({groups}.Pair({index}))");
        for (int i = 0; i < pairs.Count; i++)
        {
            _lines.Open(i == pairs.Count - 1 ? "default:" : $"case {i}:");
            _lines.Add($"{members}.Add({groups}.Key({index}), {Emit(pairs[i].Value, context()).AsValue()});");
            _lines.Add("break;");
            _lines.Close();
        }
        _lines.Close();
    }
}

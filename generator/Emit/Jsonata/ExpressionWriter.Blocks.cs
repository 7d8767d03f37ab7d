using System.Collections.Generic;
using System.Linq;
using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Generator.Emit.Jsonata;

/// <content>Blocks and the variables bound in them.</content>
internal sealed partial class ExpressionWriter
{
    private Term Block(BlockNode node, Context context, Want want) => Inside(() =>
    {
        Statements(node, context);
        return node.Expressions.Count == 0 ? Term.Missing : Emit(node.Expressions[node.Expressions.Count - 1], context, want);
    });

    // All but the last expression of a block.
    private void Statements(BlockNode node, Context context)
    {
        Hoist(node.Expressions, node.Expressions);
        for (int i = 0; i < node.Expressions.Count - 1; i++)
        {
            Term term = Emit(node.Expressions[i], context);
            if (!term.IsStable)
                _lines.Add($"_ = {term.Text};");
        }
    }

    private Term Bind(BindNode node, Context context)
    {
        Term value = Emit(node.Value, context);
        if (_scope.Find(node.Name) is { IsMutable: true } hoisted && _hoisted.Contains(node))
        {
            if (value.Text != hoisted.Local)
                _lines.Add($"{hoisted.Local} = {value.AsValue()};");
            return hoisted.Read() with { Kinds = value.Kinds };
        }
        // What is read twice must not be computed twice, and a name is worth more than a number.
        Term local = value.IsStable && value.Form != Form.Value ? value : Declare(value, node.Name, _lines.Add);
        _scope.Bind(node.Name, new Variable(local.Text, local.Kinds) { Form = local.Form });
        return local;
    }

    // The bindings whose local is declared at the start of their frame.
    private readonly HashSet<BindNode> _hoisted = [];

    /// <summary>
    /// Declares the variables of a frame that a local declared where they are bound would not do for: those bound more than once, or
    /// inside something else than a statement of the block, or mentioned before in a function, which may be called later, as one that calls
    /// itself is. Any other mention before the binding means what the name is outside: <c>$count := $count(items)</c>.
    /// </summary>
    private void Hoist(IReadOnlyList<JsonataNode> expressions, IReadOnlyList<JsonataNode> statements)
    {
        foreach (IGrouping<string, BindNode> variable in expressions.SelectMany(Nodes.Binds).GroupBy(bind => bind.Name))
        {
            BindNode[] binds = [.. variable];
            if (binds.Length == 1 && statements.Contains(binds[0]) && !IsMentionedBefore(statements, binds[0]))
                continue;
            // Until it is bound the name is what it is outside: another variable, or a function.
            Term outside = Named(variable.Key);
            string name = Name(variable.Key);
            _lines.Add($"JsonValue {name} = {outside.AsValue()};");
            _scope.Bind(variable.Key, new Variable(name, Kinds.Any) { IsMutable = true });
            foreach (BindNode bind in binds)
                _hoisted.Add(bind);
        }
    }

    private static bool IsMentionedBefore(IReadOnlyList<JsonataNode> statements, BindNode bind)
    {
        foreach (JsonataNode statement in statements)
        {
            if (ReferenceEquals(statement, bind))
                return Nodes.MentionsInFunctions(bind.Value, bind.Name);
            if (Nodes.MentionsInFunctions(statement, bind.Name))
                return true;
        }
        return false;
    }
}

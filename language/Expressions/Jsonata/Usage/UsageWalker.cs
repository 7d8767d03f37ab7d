using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Walks a tree in the order of evaluation and notes what it uses.</summary>
internal sealed class UsageWalker
{
    private const string States = "states";

    private readonly JsonataUsage _usage = new();
    private readonly Queue<(LambdaNode Function, UsageScope Scope)> _functions = new();

    // Counts bindings; a function made between two of them surely sees the first only.
    private int _time;

    /// <summary>What a whole expression uses.</summary>
    public static JsonataUsage Walk(JsonataNode root)
    {
        var walker = new UsageWalker();
        walker.Visit(root, new UsageScope(null), hasContext: false);
        // A function runs when it is called, so its body sees all that is bound around it.
        while (walker._functions.Count > 0)
        {
            (LambdaNode function, UsageScope scope) = walker._functions.Dequeue();
            walker.Visit(function.Body, scope, hasContext: true);
        }
        return walker._usage;
    }

    private void Visit(JsonataNode node, UsageScope scope, bool hasContext)
    {
        if (node is PathNode path)
            scope = VisitSteps(path, scope, hasContext);
        else
            VisitBare(node, scope, hasContext);
        foreach (FilterStage predicate in node.Predicates)
            Visit(predicate.Expression, scope, hasContext: true);
        VisitPairs(node.Group?.Pairs ?? [], scope, hasContext: true);
    }

    private void VisitBare(JsonataNode node, UsageScope scope, bool hasContext)
    {
        switch (node)
        {
            case VariableNode variable:
                VisitVariable(variable, scope, hasContext, null, isPiped: false, null);
                break;
            case NameNode or WildcardNode or DescendantsNode or ParentNode when !hasContext:
                ReadContext(node);
                break;
            case RegexLiteral regex:
                _usage.AllRegexes.Add(regex);
                break;
            case BindNode bind:
                VisitBind(bind, scope, hasContext);
                break;
            case LambdaNode function:
                VisitFunction(function, scope);
                break;
            case CallNode call:
                VisitCall(call, call.Procedure, call.Arguments, scope, hasContext, isPiped: false);
                break;
            case PartialNode partial:
                VisitCall(partial, partial.Procedure, partial.Arguments, scope, hasContext, isPiped: false);
                break;
            case ApplyNode apply:
                Visit(apply.Left, scope, hasContext);
                VisitApplied(apply.Right, scope, hasContext);
                break;
            case BlockNode block:
                VisitAll(block.Expressions, new UsageScope(scope), hasContext);
                break;
            case ObjectConstructorNode made:
                VisitPairs(made.Pairs, scope, hasContext);
                break;
            case SortNode sort:
                VisitAll(sort.Terms.Select(term => term.Expression), scope, hasContext: true);
                break;
            case TransformNode transform:
                VisitAll([transform.Pattern, transform.Update, transform.Delete], scope, hasContext: true);
                break;
            default:
                VisitAll(Operands(node), scope, hasContext);
                break;
        }
    }

    private static IEnumerable<JsonataNode?> Operands(JsonataNode node) => node switch
    {
        ArrayConstructorNode array => (IEnumerable<JsonataNode?>)array.Items,
        ConditionNode condition => [condition.Condition, condition.Then, condition.Else],
        CoalesceNode coalesce => [coalesce.Left, coalesce.Right],
        DefaultNode @default => [@default.Left, @default.Right],
        NegateNode negate => [negate.Operand],
        BinaryNode binary => [binary.Left, binary.Right],
        RangeNode range => [range.First, range.Last],
        _ => [],
    };

    private void VisitAll(IEnumerable<JsonataNode?> nodes, UsageScope scope, bool hasContext)
    {
        foreach (JsonataNode? node in nodes)
        {
            if (node is not null)
                Visit(node, scope, hasContext);
        }
    }

    private void VisitPairs(IReadOnlyList<JsonataPair> pairs, UsageScope scope, bool hasContext)
    {
        foreach (JsonataPair pair in pairs)
            VisitAll([pair.Key, pair.Value], scope, hasContext);
    }

    // Variables that a path binds are seen in the steps, stages and grouping that follow.
    private UsageScope VisitSteps(PathNode path, UsageScope scope, bool hasContext)
    {
        if (path.Steps.Any(step => step.IsTuple))
            scope = new UsageScope(scope);
        for (int i = 0; i < path.Steps.Count; i++)
        {
            JsonataStep step = path.Steps[i];
            if (i == 0 && step.Node is VariableNode { Name: States } states && states.Predicates.Count == 0 && path.Steps.Count > 1)
                VisitVariable(states, scope, hasContext, null, isPiped: false, path.Steps[1].Node as NameNode);
            else
                Visit(step.Node, scope, hasContext || i > 0);
            VisitStages(step, scope, path.KeepsTuples);
        }
        return scope;
    }

    // Where the path's tuples are kept, what is bound in them goes with them.
    private void VisitStages(JsonataStep step, UsageScope scope, bool isKept)
    {
        if (step.Focus is not null)
            Bind(step.Focus, step.Node.Span, scope, isKept);
        if (step.Index is not null)
            Bind(step.Index, step.Node.Span, scope, isKept);
        foreach (JsonataStage stage in step.Stages)
        {
            if (stage is IndexStage index)
                Bind(index.Variable, step.Node.Span, scope, isKept);
            else
                Visit(((FilterStage)stage).Expression, scope, hasContext: true);
        }
    }

    private void VisitBind(BindNode bind, UsageScope scope, bool hasContext)
    {
        var span = new TextSpan(bind.Span.Start, bind.Name.Length + 1);
        // A function may call itself by the name that it is bound to.
        if (bind.Value is LambdaNode)
            Bind(bind.Name, span, scope);
        Visit(bind.Value, scope, hasContext);
        if (bind.Value is not LambdaNode)
            Bind(bind.Name, span, scope);
    }

    private void Bind(string name, TextSpan span, UsageScope scope, bool outwards = false)
    {
        _usage.AllBindings.Add(new JsonataBinding(name, span));
        _time++;
        if (outwards)
            scope.BindOutwards(name, _time);
        else
            scope.Bind(name, _time);
    }

    private void VisitFunction(LambdaNode function, UsageScope scope)
    {
        var inner = new UsageScope(scope, _time);
        for (int i = 0; i < function.Parameters.Count; i++)
            Bind(function.Parameters[i], function.ParameterSpans[i], inner);
        _functions.Enqueue((function, inner));
    }

    private void VisitApplied(JsonataNode node, UsageScope scope, bool hasContext)
    {
        if (node is CallNode { Predicates.Count: 0, Group: null } call)
            VisitCall(call, call.Procedure, call.Arguments, scope, hasContext, isPiped: true);
        else
            Visit(node, scope, hasContext);
    }

    private void VisitCall(JsonataNode call, JsonataNode procedure, IReadOnlyList<JsonataNode?> arguments, UsageScope scope, bool hasContext, bool isPiped)
    {
        if (procedure is VariableNode { Predicates.Count: 0 } variable)
            VisitVariable(variable, scope, hasContext, call, isPiped, null);
        else
            Visit(procedure, scope, hasContext);
        VisitAll(arguments, scope, hasContext);
    }

    private void VisitVariable(VariableNode variable, UsageScope scope, bool hasContext, JsonataNode? call, bool isPiped, NameNode? member)
    {
        if (variable.IsRoot || (variable.IsContext && !hasContext))
            ReadContext(variable);
        if (variable.IsRoot || variable.IsContext)
            return;
        bool isBound = scope.IsBound(variable.Name, out bool isSure);
        if (isBound && isSure)
            return;
        TextSpan span = TokenSpan(variable, variable.Name.Length + 1);
        _usage.AllReferences.Add(new JsonataReference(variable.Name, span, call, isPiped, isBound));
        if (variable.Name == States && !isBound)
            _usage.AllStatesReads.Add(new JsonataMemberRead(member?.Name, member?.Span ?? span));
    }

    private void ReadContext(JsonataNode node)
    {
        string text = node switch
        {
            NameNode name => name.Name,
            VariableNode { IsRoot: true } => "$$",
            VariableNode => "$",
            WildcardNode => "*",
            DescendantsNode => "**",
            _ => "%",
        };
        TextSpan span = node is NameNode ? node.Span : TokenSpan(node, text.Length);
        _usage.AllContextReads.Add(new JsonataContextRead(text, span, node is NameNode));
    }

    // A node's span grows by what follows it; its token ends at its position.
    private static TextSpan TokenSpan(JsonataNode node, int length) => new(node.Position - length, length);
}

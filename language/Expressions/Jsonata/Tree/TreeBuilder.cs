namespace Compiled.Language.Expressions.Jsonata;

/// <summary>
/// Turns the tree as written into the tree that is evaluated: paths become steps, predicates move to the node they belong to, each parent
/// reference finds its step. What the grammar allows and JSONata still refuses is found here.
/// </summary>
internal sealed class TreeBuilder(List<JsonataSyntaxError> errors)
{
    private readonly Ancestry _ancestry = new(errors);

    /// <summary>Builds the tree of a whole expression.</summary>
    public JsonataNode BuildAll(SyntaxNode syntax)
    {
        JsonataNode root = Build(syntax);
        if (root is ParentNode || root.Seeking is not null)
            Fail("S0217", root);
        return root;
    }

    /// <summary>Builds the tree of a part.</summary>
    public JsonataNode Build(SyntaxNode syntax)
    {
        JsonataNode node = BuildNode(syntax);
        if (syntax.KeepArray)
            node.KeepArray = true;
        return node;
    }

    /// <summary>Keeps an error at a node.</summary>
    public void Fail(string code, JsonataNode node, string? value = null)
    {
        // A path is looked at again for each step that is added to it.
        if (!errors.Any(error => error.Code == code && error.Position == node.Position))
            errors.Add(new JsonataSyntaxError(code, node.Position, node.Span, null, value));
    }

    /// <summary>Keeps an error at a node as written.</summary>
    public void Fail(string code, SyntaxNode syntax) =>
        errors.Add(new JsonataSyntaxError(code, syntax.Position, syntax.Token.Span, syntax.Token.Shown));

    /// <summary>The parents that the part seeks, the whole seeks too.</summary>
    public static T Adopt<T>(T whole, JsonataNode part)
        where T : JsonataNode
    {
        Ancestry.Adopt(whole, part);
        return whole;
    }

    private JsonataNode BuildNode(SyntaxNode syntax) => syntax.Kind switch
    {
        SyntaxKind.Map => new PathBuilder(this, _ancestry).Map(syntax),
        SyntaxKind.Filter => new PathBuilder(this, _ancestry).Filter(syntax),
        SyntaxKind.Sort => new PathBuilder(this, _ancestry).Sort(syntax),
        SyntaxKind.Focus => new PathBuilder(this, _ancestry).Focus(syntax),
        SyntaxKind.Index => new PathBuilder(this, _ancestry).Index(syntax),
        SyntaxKind.Group => BuildGroup(syntax),
        SyntaxKind.Name => BuildName(syntax),
        SyntaxKind.Parent => Place(_ancestry.NewParent(), syntax),
        SyntaxKind.Call or SyntaxKind.Partial => BuildCall(syntax),
        SyntaxKind.Lambda => BuildLambda(syntax),
        SyntaxKind.Block => BuildBlock(syntax),
        SyntaxKind.Array => BuildArray(syntax),
        SyntaxKind.Object => BuildObject(syntax),
        SyntaxKind.Negate => BuildNegation(syntax),
        SyntaxKind.Condition => BuildCondition(syntax),
        SyntaxKind.Transform => BuildTransform(syntax),
        SyntaxKind.Bind => BuildBind(syntax),
        SyntaxKind.Apply => Place(new ApplyNode(Build(syntax.Left!), Build(syntax.Right!)), syntax),
        SyntaxKind.Binary or SyntaxKind.Range or SyntaxKind.Coalesce or SyntaxKind.Default => BuildBinary(syntax),
        _ => Place(BuildLeaf(syntax), syntax),
    };

    private JsonataNode BuildLeaf(SyntaxNode syntax)
    {
        JsonataToken token = syntax.Token;
        switch (syntax.Kind)
        {
            case SyntaxKind.Variable: return new VariableNode(token.Text);
            case SyntaxKind.String: return new StringLiteral(token.Text);
            case SyntaxKind.Number: return new NumberLiteral(token.Number);
            case SyntaxKind.Word: return token.Text == "null" ? new NullLiteral() : new BooleanLiteral(token.Text == "true");
            case SyntaxKind.Regex: return new RegexLiteral(token.Text, token.Flags);
            case SyntaxKind.Wildcard: return new WildcardNode();
            case SyntaxKind.Descendants: return new DescendantsNode();
            default:
                Fail(syntax.Kind == SyntaxKind.End ? "S0207" : "S0206", syntax);
                return new NullLiteral();
        }
    }

    private static PathNode BuildName(SyntaxNode syntax)
    {
        NameNode name = Place(new NameNode(syntax.Token.Text), syntax);
        name.KeepArray = syntax.KeepArray;
        return Place(new PathNode(name) { KeepSingletonArray = syntax.KeepArray }, syntax);
    }

    private JsonataNode BuildGroup(SyntaxNode syntax)
    {
        JsonataNode node = Build(syntax.Left!);
        if (node.Group is not null)
            Fail("S0210", syntax);
        node.Group = new JsonataGroup(BuildPairs(syntax, null), syntax.Position);
        node.Span = syntax.Span;
        return node;
    }

    private List<JsonataPair> BuildPairs(SyntaxNode syntax, Action<JsonataNode>? adopt)
    {
        var pairs = new List<JsonataPair>();
        for (int i = 0; i + 1 < syntax.Items.Count; i += 2)
        {
            JsonataNode key = Build(syntax.Items[i]);
            adopt?.Invoke(key);
            JsonataNode value = Build(syntax.Items[i + 1]);
            adopt?.Invoke(value);
            pairs.Add(new JsonataPair(key, value));
        }
        return pairs;
    }

    private JsonataNode BuildObject(SyntaxNode syntax)
    {
        var parts = new List<JsonataNode>();
        ObjectConstructorNode made = Place(new ObjectConstructorNode(BuildPairs(syntax, parts.Add)), syntax);
        parts.ForEach(part => Ancestry.Adopt(made, part));
        return made;
    }

    private JsonataNode BuildArray(SyntaxNode syntax)
    {
        JsonataNode[] items = [.. syntax.Items.Select(Build)];
        return AdoptAll(Place(new ArrayConstructorNode(items), syntax), items);
    }

    private JsonataNode BuildNegation(SyntaxNode syntax)
    {
        JsonataNode operand = Build(syntax.Left!);
        if (operand is NumberLiteral number)
        {
            // JSONata changes the literal itself, so what stands on it stays.
            NumberLiteral folded = number.Replace(new NumberLiteral(-number.Value));
            folded.Span = syntax.Span;
            return folded;
        }
        return Adopt(Place(new NegateNode(operand), syntax), operand);
    }

    private JsonataNode BuildCall(SyntaxNode syntax)
    {
        JsonataNode?[] arguments = [.. syntax.Items.Select(item => item.Kind == SyntaxKind.Hole ? null : Build(item))];
        // Parents inside the procedure stay unresolved, as they do in JSONata.
        JsonataNode procedure = Build(syntax.Left!);
        JsonataNode call = syntax.Kind == SyntaxKind.Partial ? new PartialNode(procedure, arguments) : new CallNode(procedure, arguments!);
        return AdoptAll(Place(call, syntax), arguments);
    }

    private LambdaNode BuildLambda(SyntaxNode syntax)
    {
        string[] parameters = [.. syntax.Items.Select(item => item.Token.Text)];
        JsonataNode body = Build(syntax.Right!);
        TailCalls.Mark(body);
        return Place(new LambdaNode(parameters, [.. syntax.Items.Select(item => item.Token.Span)], syntax.Signature, body), syntax);
    }

    private JsonataNode BuildBlock(SyntaxNode syntax)
    {
        JsonataNode[] expressions = [.. syntax.Items.Select(Build)];
        BlockNode block = Place(new BlockNode(expressions), syntax);
        block.IsConsArray = expressions.Any(part => part.IsConsArray || (part is PathNode path && path.First.Node.IsConsArray));
        return AdoptAll(block, expressions);
    }

    private JsonataNode BuildCondition(SyntaxNode syntax)
    {
        JsonataNode condition = Build(syntax.Left!), then = Build(syntax.Right!);
        JsonataNode? @else = syntax.Third is null ? null : Build(syntax.Third);
        return AdoptAll(Place(new ConditionNode(condition, then, @else), syntax), condition, then, @else);
    }

    private TransformNode BuildTransform(SyntaxNode syntax)
    {
        JsonataNode pattern = Build(syntax.Left!), update = Build(syntax.Right!);
        return Place(new TransformNode(pattern, update, syntax.Third is null ? null : Build(syntax.Third)), syntax);
    }

    private JsonataNode BuildBind(SyntaxNode syntax)
    {
        JsonataNode value = Build(syntax.Right!);
        return Adopt(Place(new BindNode(syntax.Left!.Token.Text, value), syntax), value);
    }

    private JsonataNode BuildBinary(SyntaxNode syntax)
    {
        JsonataNode left = Build(syntax.Left!), right = Build(syntax.Right!);
        JsonataNode node = syntax.Kind switch
        {
            SyntaxKind.Range => new RangeNode(left, right),
            SyntaxKind.Coalesce => new CoalesceNode(left, right),
            SyntaxKind.Default => new DefaultNode(left, right),
            _ => new BinaryNode(OperatorOf(syntax.Token.Text), left, right),
        };
        return AdoptAll(Place(node, syntax), left, right);
    }

    private static JsonataOperator OperatorOf(string symbol) => symbol switch
    {
        "+" => JsonataOperator.Add,
        "-" => JsonataOperator.Subtract,
        "*" => JsonataOperator.Multiply,
        "/" => JsonataOperator.Divide,
        "%" => JsonataOperator.Modulo,
        "&" => JsonataOperator.Concatenate,
        "=" => JsonataOperator.Equal,
        "!=" => JsonataOperator.NotEqual,
        "<" => JsonataOperator.Less,
        "<=" => JsonataOperator.LessOrEqual,
        ">" => JsonataOperator.Greater,
        ">=" => JsonataOperator.GreaterOrEqual,
        "and" => JsonataOperator.And,
        "or" => JsonataOperator.Or,
        _ => JsonataOperator.In,
    };

    private static T AdoptAll<T>(T whole, params JsonataNode?[] parts)
        where T : JsonataNode
    {
        foreach (JsonataNode? part in parts)
        {
            if (part is not null)
                Ancestry.Adopt(whole, part);
        }
        return whole;
    }

    /// <summary>Gives a node its place.</summary>
    public static T Place<T>(T node, SyntaxNode syntax)
        where T : JsonataNode
    {
        node.Position = syntax.Position;
        node.Span = syntax.Span;
        return node;
    }
}

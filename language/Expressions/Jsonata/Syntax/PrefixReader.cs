namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Reads what may begin an operand. The token is passed already.</summary>
internal static class PrefixReader
{
    public static SyntaxNode Read(SyntaxReader reader, JsonataToken token) => token.Kind switch
    {
        JsonataTokenKind.Name => new SyntaxNode(SyntaxKind.Name, token),
        JsonataTokenKind.Variable => new SyntaxNode(SyntaxKind.Variable, token),
        JsonataTokenKind.String => new SyntaxNode(SyntaxKind.String, token),
        JsonataTokenKind.Number => new SyntaxNode(SyntaxKind.Number, token),
        JsonataTokenKind.Word => new SyntaxNode(SyntaxKind.Word, token),
        JsonataTokenKind.Regex => new SyntaxNode(SyntaxKind.Regex, token),
        // JSONata says that the expression ends too early only where nothing else is wrong.
        JsonataTokenKind.End => new SyntaxNode(SyntaxKind.End, token),
        _ => ReadOperator(reader, token),
    };

    private static SyntaxNode ReadOperator(SyntaxReader reader, JsonataToken token)
    {
        switch (token.Text)
        {
            case "and" or "or" or "in":
                return new SyntaxNode(SyntaxKind.Name, token);
            case "*":
                return new SyntaxNode(SyntaxKind.Wildcard, token);
            case "**":
                return new SyntaxNode(SyntaxKind.Descendants, token);
            case "%":
                return new SyntaxNode(SyntaxKind.Parent, token);
            case "-":
                return Finish(reader, new SyntaxNode(SyntaxKind.Negate, token) { Left = reader.ReadExpression(70) });
            case "(":
                return ReadBlock(reader, token);
            case "[":
                return ReadArray(reader, token);
            case "{":
                var made = new SyntaxNode(SyntaxKind.Object, token);
                ReadPairs(reader, made);
                return Finish(reader, made);
            case "|":
                return ReadTransform(reader, token);
            default:
                reader.Unread(token);
                return reader.Fail("S0211", token, token.Shown);
        }
    }

    /// <summary>Reads <c>key: value, ...}</c> into the items of the node.</summary>
    public static void ReadPairs(SyntaxReader reader, SyntaxNode node)
    {
        if (reader.Current.Is("}"))
        {
            reader.Expect("}", afterOperand: true);
            return;
        }
        reader.ReadList(",", "}", () =>
        {
            SyntaxNode key = reader.ReadExpression(0);
            if (!reader.Expect(":"))
                return;
            node.Items.Add(key);
            node.Items.Add(reader.ReadExpression(0));
        });
    }

    private static SyntaxNode ReadBlock(SyntaxReader reader, JsonataToken token)
    {
        var block = new SyntaxNode(SyntaxKind.Block, token);
        if (reader.Current.Is(")"))
            reader.Expect(")", afterOperand: true);
        else
            reader.ReadList(";", ")", () => block.Items.Add(reader.ReadExpression(0)));
        return Finish(reader, block);
    }

    private static SyntaxNode ReadArray(SyntaxReader reader, JsonataToken token)
    {
        var array = new SyntaxNode(SyntaxKind.Array, token);
        if (reader.Current.Is("]"))
            reader.Expect("]", afterOperand: true);
        else
            reader.ReadList(",", "]", () => array.Items.Add(ReadItem(reader)));
        return Finish(reader, array);
    }

    private static SyntaxNode ReadItem(SyntaxReader reader)
    {
        SyntaxNode item = reader.ReadExpression(0);
        if (!reader.Current.Is(".."))
            return item;
        JsonataToken token = reader.Current;
        reader.Expect("..");
        return reader.Finish(new SyntaxNode(SyntaxKind.Range, token) { Left = item, Right = reader.ReadExpression(0) }, item.Span.Start);
    }

    private static SyntaxNode ReadTransform(SyntaxReader reader, JsonataToken token)
    {
        var transform = new SyntaxNode(SyntaxKind.Transform, token) { Left = reader.ReadExpression(0) };
        reader.Expect("|");
        transform.Right = reader.ReadExpression(0);
        if (reader.Current.Is(","))
        {
            reader.Expect(",");
            transform.Third = reader.ReadExpression(0);
        }
        reader.Expect("|");
        return Finish(reader, transform);
    }

    private static SyntaxNode Finish(SyntaxReader reader, SyntaxNode node) => reader.Finish(node, node.Token.Start);
}

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Reads what may follow an operand. The operator is passed already.</summary>
internal static class InfixReader
{
    /// <summary>How tight an operator binds to the operand before it; 0 for what cannot follow one.</summary>
    public static int PowerOf(JsonataToken token) => token.Kind != JsonataTokenKind.Operator ? 0 : token.Text switch
    {
        "(" or "[" or "@" or "#" => 80,
        "." => 75,
        "{" => 70,
        "*" or "/" or "%" => 60,
        "+" or "-" or "&" => 50,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" or "^" or "~>" or "??" or "?:" => 40,
        "and" => 30,
        "or" => 25,
        "?" => 20,
        ":=" => 10,
        _ => 0,
    };

    public static SyntaxNode Read(SyntaxReader reader, SyntaxNode left, JsonataToken token) => token.Text switch
    {
        "(" => CallReader.Read(reader, left, token),
        "[" => ReadFilter(reader, left, token),
        "@" => ReadBinding(reader, left, token, SyntaxKind.Focus),
        "#" => ReadBinding(reader, left, token, SyntaxKind.Index),
        "{" => ReadGroup(reader, left, token),
        "^" => ReadSort(reader, left, token),
        "?" => ReadCondition(reader, left, token),
        ":=" => ReadBind(reader, left, token),
        "." => Join(reader, left, token, SyntaxKind.Map, PowerOf(token)),
        "~>" => Join(reader, left, token, SyntaxKind.Apply, PowerOf(token)),
        "??" => Join(reader, left, token, SyntaxKind.Coalesce, 0),
        "?:" => Join(reader, left, token, SyntaxKind.Default, 0),
        _ => Join(reader, left, token, SyntaxKind.Binary, PowerOf(token)),
    };

    private static SyntaxNode Join(SyntaxReader reader, SyntaxNode left, JsonataToken token, SyntaxKind kind, int power) =>
        new(kind, token) { Left = left, Right = reader.ReadExpression(power) };

    private static SyntaxNode ReadFilter(SyntaxReader reader, SyntaxNode left, JsonataToken token)
    {
        if (!reader.Current.Is("]"))
            return new SyntaxNode(SyntaxKind.Filter, token) { Left = left, Right = reader.ReadEnclosed("]", afterOperand: true) };
        // Empty brackets keep the array of what the predicates before them stand on.
        SyntaxNode kept = left;
        while (kept.Kind == SyntaxKind.Filter)
            kept = kept.Left!;
        kept.KeepArray = true;
        reader.Expect("]");
        return left;
    }

    private static SyntaxNode ReadBinding(SyntaxReader reader, SyntaxNode left, JsonataToken token, SyntaxKind kind)
    {
        SyntaxNode variable = reader.ReadExpression(PowerOf(token));
        if (variable.Kind != SyntaxKind.Variable && !reader.IsLost)
            return reader.Fail("S0214", variable.Position, variable.Span, token.Shown, null, token);
        return new SyntaxNode(kind, token) { Left = left, Right = variable };
    }

    private static SyntaxNode ReadGroup(SyntaxReader reader, SyntaxNode left, JsonataToken token)
    {
        var group = new SyntaxNode(SyntaxKind.Group, token) { Left = left };
        PrefixReader.ReadPairs(reader, group);
        return group;
    }

    private static SyntaxNode ReadSort(SyntaxReader reader, SyntaxNode left, JsonataToken token)
    {
        var sort = new SyntaxNode(SyntaxKind.Sort, token) { Left = left, Descending = [] };
        if (reader.Expect("("))
            reader.ReadList(",", ")", ReadTerm, afterOperand: false);
        return sort;

        void ReadTerm()
        {
            bool isDescending = reader.Current.Is(">");
            if (isDescending || reader.Current.Is("<"))
                reader.Advance();
            SyntaxNode term = reader.ReadExpression(0);
            sort.Items.Add(term);
            if (isDescending)
                sort.Descending!.Add(term);
        }
    }

    private static SyntaxNode ReadCondition(SyntaxReader reader, SyntaxNode left, JsonataToken token)
    {
        var condition = new SyntaxNode(SyntaxKind.Condition, token) { Left = left, Right = reader.ReadExpression(0) };
        if (!reader.Current.Is(":"))
            return condition;
        reader.Expect(":");
        condition.Third = reader.ReadExpression(0);
        return condition;
    }

    private static SyntaxNode ReadBind(SyntaxReader reader, SyntaxNode left, JsonataToken token) =>
        left.Kind == SyntaxKind.Variable
            ? Join(reader, left, token, SyntaxKind.Bind, PowerOf(token) - 1)
            : reader.Fail("S0212", left.Position, left.Span, left.Token.Shown, null, token);
}

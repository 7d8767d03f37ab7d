using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>
/// Reads an expression by the binding powers of its operators (Pratt's method, with JSONata's powers). After an error it goes on behind the
/// next separator or closing bracket, so that each mistake is found; the first error is the one that JSONata reports.
/// </summary>
internal sealed class SyntaxReader
{
    /// <summary>
    /// How deep an expression's tree may be: a guard of the stack here and in everything that walks the tree. No expression that a
    /// person writes comes near it.
    /// </summary>
    internal const int MaximumDepth = 300;

    private readonly JsonataTokenizer _tokens;
    private readonly List<JsonataSyntaxError> _errors;
    private JsonataToken? _unread;
    private int _nesting;
    private bool _hasFailed;

    public SyntaxReader(string text, List<JsonataSyntaxError> errors)
    {
        _tokens = new JsonataTokenizer(text);
        _errors = errors;
        Current = new JsonataToken(JsonataTokenKind.End, "", 0, 0);
        Advance();
    }

    /// <summary>The token reached.</summary>
    public JsonataToken Current { get; private set; }

    /// <summary>Where the token before <see cref="Current"/> ends.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Whether an error has just been found and no place to go on from.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Reads the whole text. The tree is of use only where there are no errors.</summary>
    public SyntaxNode ReadAll()
    {
        SyntaxNode root = ReadExpression(0);
        if (!IsLost && Current.Kind != JsonataTokenKind.End)
            Fail("S0201", Current, Current.Shown);
        return root;
    }

    /// <summary>Reads an expression of operators that bind tighter than the given power.</summary>
    public SyntaxNode ReadExpression(int power)
    {
        JsonataToken token = Current;
        if (IsLost || _nesting == MaximumDepth)
            return Fail("U1001", token);
        _nesting++;
        Advance(afterOperand: true);
        SyntaxNode left = PrefixReader.Read(this, token);
        while (!IsLost && power < InfixReader.PowerOf(Current))
        {
            token = Current;
            Advance();
            left = Finish(InfixReader.Read(this, left, token), left.Span.Start);
        }
        _nesting--;
        return left;
    }

    /// <summary>Steps to the next token.</summary>
    public void Advance(bool afterOperand = false)
    {
        LastEnd = Current.End;
        Current = Next(afterOperand);
        if (_tokens.Error is { } error && !_hasFailed)
        {
            _hasFailed = true;
            _errors.Add(error);
            IsLost = true;
        }
        else if (Current.Is("!") || Current.Is("~"))
        {
            Fail("S0204", Current, Current.Shown);
        }
    }

    /// <summary>Steps back to a separator or bracket that was no operand, so that reading can go on from it.</summary>
    public void Unread(JsonataToken token)
    {
        if (token.Text is not ("," or ";" or ")" or "]" or "}") || _unread is not null)
            return;
        _unread = Current;
        Current = token;
    }

    /// <summary>Steps over the operator, or fails because it is not there.</summary>
    public bool Expect(string symbol, bool afterOperand = false)
    {
        if (IsLost)
            return false;
        if (Current.Is(symbol))
        {
            Advance(afterOperand);
            return !IsLost;
        }
        Fail(Current.Kind == JsonataTokenKind.End ? "S0203" : "S0202", Current, Current.Shown, JsonataSyntaxError.Quoted(symbol));
        return false;
    }

    /// <summary>
    /// Reads elements up to the closing bracket: the element, a separator, the next. An error inside an element costs that element only.
    /// </summary>
    public void ReadList(string separator, string close, Action readElement, bool afterOperand = true)
    {
        while (true)
        {
            readElement();
            if (!IsLost && !Current.Is(separator) && Expect(close, afterOperand))
                return;
            if (IsLost)
                Recover(separator, close);
            if (IsLost || !Current.Is(separator))
                break;
            Advance();
            // A block may end in a semicolon; lists may not.
            if (separator == ";" && Current.Is(close))
                break;
        }
        Expect(close, afterOperand);
    }

    /// <summary>Reads one expression and the bracket that closes it.</summary>
    public SyntaxNode ReadEnclosed(string close, bool afterOperand)
    {
        SyntaxNode inner = ReadExpression(0);
        if (IsLost)
            Recover(close, close);
        Expect(close, afterOperand);
        return inner;
    }

    /// <summary>Keeps the error, unless it may only follow from one before.</summary>
    public SyntaxNode Fail(string code, JsonataToken token, string? shown = null, string? value = null) => Fail(code, token.End, token.Span, shown, value, token);

    /// <inheritdoc cref="Fail(string, JsonataToken, string?, string?)"/>
    public SyntaxNode Fail(string code, int position, TextSpan span, string? shown, string? value, JsonataToken token)
    {
        if (!IsLost)
            _errors.Add(new JsonataSyntaxError(code, position, span, shown, value));
        IsLost = true;
        return new SyntaxNode(SyntaxKind.Error, token);
    }

    /// <summary>Completes a node whose parts are read: what it covers, how deep it is.</summary>
    public SyntaxNode Finish(SyntaxNode node, int start)
    {
        node.Span = TextSpan.FromBounds(start, Math.Max(start, LastEnd));
        int depth = Math.Max(node.Left?.Depth ?? 0, Math.Max(node.Right?.Depth ?? 0, node.Third?.Depth ?? 0));
        foreach (SyntaxNode item in node.Items)
            depth = Math.Max(depth, item.Depth);
        node.Depth = Math.Max(node.Depth, depth + 1);
        return node.Depth > MaximumDepth ? Fail("U1001", node.Token) : node;
    }

    // Skips what is left of an element; brackets inside it are skipped whole.
    private void Recover(string separator, string close)
    {
        int depth = 0;
        while (Current.Kind != JsonataTokenKind.End)
        {
            if (depth == 0 && (Current.Is(separator) || Current.Is(close)))
            {
                IsLost = false;
                return;
            }
            if (Current.Kind == JsonataTokenKind.Operator && Current.Text is "(" or "[" or "{")
                depth++;
            else if (Current.Kind == JsonataTokenKind.Operator && Current.Text is ")" or "]" or "}" && --depth < 0)
                return;
            LastEnd = Current.End;
            Current = Next(afterOperand: true);
        }
    }

    private JsonataToken Next(bool afterOperand)
    {
        if (_unread is not { } token)
            return _tokens.Next(afterOperand);
        _unread = null;
        return token;
    }
}

namespace Compiled.Language.Expressions;

/// <summary>Reads the condition of a filter, up to the parenthesis that closes it. Binding: <c>!</c>, <c>&amp;&amp;</c>, <c>||</c>.</summary>
internal sealed class FilterReader(ExpressionCursor cursor)
{
    private readonly FilterOperandReader _operands = new(cursor, PathPlace.Filter);

    public FilterExpression? Read() => ReadPairs(ReadAnd, '|', "||", static (left, right) => new FilterOr(left, right));

    private FilterExpression? ReadAnd() => ReadPairs(ReadUnary, '&', "&&", static (left, right) => new FilterAnd(left, right));

    private FilterExpression? ReadPairs(Func<FilterExpression?> read, char sign, string pair, Func<FilterExpression, FilterExpression, FilterExpression> join)
    {
        List<FilterExpression> parts = [];
        do
        {
            if (read() is not { } part)
                return null;
            parts.Add(part);
        }
        while (TryTakePair(sign, pair));
        return cursor.Error is null ? Joined(parts, 0, parts.Count, join) : null;
    }

    // As shallow as it can be, for whoever walks the tree: a filter may have tens of thousands of parts. Their order stays.
    private static FilterExpression Joined(List<FilterExpression> parts, int start, int count, Func<FilterExpression, FilterExpression, FilterExpression> join)
    {
        if (count == 1)
            return parts[start];
        int left = (count + 1) / 2;
        return join(Joined(parts, start, left, join), Joined(parts, start + left, count - left, join));
    }

    private bool TryTakePair(char sign, string pair)
    {
        cursor.SkipBlanks();
        if (cursor.Current != sign)
            return false;
        if (cursor.Peek(1) == sign)
        {
            cursor.Position += 2;
            return true;
        }
        cursor.FailHere($"expected '{pair}'");
        return false;
    }

    private FilterExpression? ReadUnary()
    {
        cursor.SkipBlanks();
        if (cursor.Current is not ('!' or '('))
            return ReadComparison();
        if (!cursor.Enter())
            return null;
        bool isNot = cursor.Current == '!';
        cursor.Position++;
        FilterExpression? inner = isNot ? ReadUnary() : Read();
        if (inner is null)
            return null;
        cursor.Leave();
        if (isNot)
            return new FilterNot(inner);
        cursor.SkipBlanks();
        return cursor.Expect(')', "to close the parenthesis in the filter") ? inner : null;
    }

    private FilterExpression? ReadComparison()
    {
        int start = cursor.Position;
        if (_operands.Read() is not { } left)
            return null;
        int leftEnd = cursor.Position;
        cursor.SkipBlanks();
        if (ReadOperator() is not { } @operator)
            return cursor.Error is null ? ReadExists(left, start, leftEnd) : null;
        cursor.SkipBlanks();
        int rightStart = cursor.Position;
        if (_operands.Read() is not { } right)
            return null;
        int rightLength = cursor.Position - rightStart;
        if (@operator != FilterOperator.Regex)
        {
            if (left is FilterRegex || right is FilterRegex)
            {
                bool isLeft = left is FilterRegex;
                cursor.Fail(isLeft ? start : rightStart, isLeft ? leftEnd - start : rightLength, "A pattern between slashes goes with the operator '=~' only");
                return null;
            }
        }
        else if (right is FilterLiteral { Value: Json.StringNode text })
        {
            if (_operands.MakeRegex(text.Value, "", rightStart, rightLength) is not { } regex)
                return null;
            right = regex;
        }
        cursor.SkipBlanks();
        return new FilterComparison(@operator, left, right);
    }

    private FilterExists? ReadExists(FilterOperand operand, int start, int end)
    {
        if (operand is FilterPath path)
            return new FilterExists(path.Path);
        cursor.Fail(start, end - start, $"'{ExpressionCursor.Shown(cursor.Text.Substring(start, end - start))}' is compared with nothing; expected an operator such as '=='");
        return null;
    }

    // Null without an error where no operator stands here.
    private FilterOperator? ReadOperator()
    {
        foreach ((string text, FilterOperator @operator) in FilterOperatorTable.Signs)
        {
            if (cursor.StartsWith(text))
            {
                cursor.Position += text.Length;
                return @operator;
            }
        }
        if (cursor.Current is '=' or '~' or '!')
        {
            cursor.FailHere("expected an operator such as '==', '!=' or '=~'");
            return null;
        }
        return ReadWordOperator();
    }

    private FilterOperator? ReadWordOperator()
    {
        int start = cursor.Position;
        while (char.IsLetter(cursor.Current))
            cursor.Position++;
        string word = cursor.Slice(start);
        if (word.Length == 0)
            return null;
        foreach ((string text, FilterOperator @operator) in FilterOperatorTable.Words)
            if (string.Equals(text, word, StringComparison.OrdinalIgnoreCase))
                return @operator;
        string? near = word.ToLowerInvariant() switch
        {
            "and" => "&&",
            "or" => "||",
            _ => NearMiss.Find(word, FilterOperatorTable.Words.Select(row => row.Text)),
        };
        cursor.FailName(start, $"'{word}' is not an operator of filters", near);
        return null;
    }
}

using System.Text;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>Reads a call from the cursor's place on.</summary>
internal sealed class IntrinsicReader(ExpressionCursor cursor)
{
    private int _nesting;

    public IntrinsicCall? Read()
    {
        int start = cursor.Position;
        while (IsNamePart(cursor.Current))
            cursor.Position++;
        string name = cursor.Slice(start);
        if (name.Length == 0)
        {
            cursor.FailHere("expected an intrinsic call such as States.Format(...)");
            return null;
        }
        if (IntrinsicTable.Find(name) is not { } signature)
        {
            cursor.FailName(start, $"'{name}' is not an intrinsic function", NearMiss.Find(name, IntrinsicTable.Names));
            return null;
        }
        if (_nesting == IntrinsicParser.MaximumNesting)
        {
            cursor.Fail(start, name.Length, $"'{name}' is nested {_nesting + 1} calls deep; at most {IntrinsicParser.MaximumNesting} are allowed");
            return null;
        }
        cursor.SkipBlanks();
        if (!cursor.Expect('(', $"after '{name}'"))
            return null;
        _nesting++;
        List<IntrinsicArgument>? arguments = ReadArguments(name);
        _nesting--;
        if (arguments is null || !IntrinsicCheck.Check(cursor, signature, arguments, start))
            return null;
        return new IntrinsicCall(signature, arguments, cursor.Slice(start), start);
    }

    private static bool IsNamePart(char c) => c is '.' or '_' || char.IsLetterOrDigit(c);

    private List<IntrinsicArgument>? ReadArguments(string name)
    {
        var arguments = new List<IntrinsicArgument>();
        cursor.SkipBlanks();
        if (cursor.TryTake(')'))
            return arguments;
        while (true)
        {
            cursor.SkipBlanks();
            if (ReadArgument(name) is not { } argument)
                return null;
            arguments.Add(argument);
            cursor.SkipBlanks();
            if (cursor.TryTake(')'))
                return arguments;
            if (!cursor.Expect(',', $"or ')' after an argument of '{name}'"))
                return null;
        }
    }

    private IntrinsicArgument? ReadArgument(string name)
    {
        int start = cursor.Position;
        char c = cursor.Current;
        if (c == '\'')
            return ReadString();
        if (c == '$')
        {
            PathExpression? path = new PathReader(cursor, PathPlace.Argument).Read();
            return path is null ? null : new IntrinsicPath(path, start, cursor.Position - start);
        }
        if (c == '"')
        {
            cursor.FailHere("strings of intrinsic calls stand in single quotes");
            return null;
        }
        if (IntrinsicParser.LooksLikeIntrinsic(cursor.Text.Substring(start, Math.Min(7, cursor.Text.Length - start))))
            return Read();
        return ReadWord(name);
    }

    private IntrinsicLiteral? ReadWord(string name)
    {
        int start = cursor.Position;
        while (IsNamePart(cursor.Current) || cursor.Current is '-' or '+')
            cursor.Position++;
        string word = cursor.Slice(start);
        if (word.Length == 0)
        {
            cursor.FailHere($"expected an argument of '{name}'");
            return null;
        }
        var span = new TextSpan(start, word.Length);
        JsonNode? value = word switch
        {
            "true" or "false" => new BooleanNode(word == "true", span),
            "null" => new NullNode(span),
            _ when JsonWordReader.IsNumber(word) => new NumberNode(word, span),
            _ => null,
        };
        if (value is not null)
            return new IntrinsicLiteral(value, word, start, word.Length);
        if (cursor.Current == '(' && IntrinsicTable.FindWithoutPrefix(word) is { } near)
            cursor.FailName(start, $"'{word}' is not an argument", near);
        else
            cursor.Fail(start, word.Length, $"'{word}' is not an argument; expected a string in single quotes, a number, true, false, null, a path or a call");
        return null;
    }

    private IntrinsicLiteral? ReadString()
    {
        int start = cursor.Position++;
        var value = new StringBuilder();
        while (!cursor.AtEnd)
        {
            char c = cursor.Current;
            int at = cursor.Position++;
            if (c == '\'')
            {
                string raw = cursor.Text.Substring(start + 1, at - start - 1);
                int length = cursor.Position - start;
                return new IntrinsicLiteral(new StringNode(value.ToString(), new TextSpan(start, length)), raw, start, length);
            }
            if (c != '\\')
            {
                value.Append(c);
                continue;
            }
            if (cursor.AtEnd)
                break;
            if (IntrinsicEscape.Resolve(cursor.Current) is not { } resolved)
            {
                cursor.Fail(at, 2, $"'\\{cursor.Current}' is no escape in a string of an intrinsic call; a backslash itself is written '\\\\'");
                return null;
            }
            cursor.Position++;
            value.Append(resolved);
        }
        cursor.Fail(start, cursor.Text.Length - start, "The string is not closed; expected ' at its end");
        return null;
    }
}

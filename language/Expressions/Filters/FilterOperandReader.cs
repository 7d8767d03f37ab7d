using System.Text.RegularExpressions;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions;

/// <summary>Reads one side of a comparison in a filter, or an argument of a path function.</summary>
internal sealed class FilterOperandReader(ExpressionCursor cursor, PathPlace place)
{
    private const string RegexFlags = "dixmsuU";

    public FilterOperand? Read()
    {
        char c = cursor.Current;
        bool isPlaceholder = Placeholders.LengthAt(cursor.Text, cursor.Position) > 0;
        if ((c == '$' && !isPlaceholder) || (c == '@' && place == PathPlace.Filter))
            return new PathReader(cursor, place).Read() is { } path ? new FilterPath(path) : null;
        if (c == '/' && place == PathPlace.Filter)
            return ReadRegex();
        if (c is '\'' or '"' or '[' or '{')
            return ReadJson() is { } value ? new FilterLiteral(value) : null;
        return ReadWord() is { } word ? new FilterLiteral(word) : null;
    }

    /// <summary>The pattern as an operand, or null with an error where .NET cannot take it.</summary>
    public FilterRegex? MakeRegex(string pattern, string flags, int start, int length)
    {
        var regex = new FilterRegex(pattern, flags);
        try
        {
            _ = new Regex(pattern, regex.Options);
            return regex;
        }
        catch (ArgumentException)
        {
            cursor.Fail(start, length, $"'{ExpressionCursor.Shown(pattern)}' is not a regular expression");
            return null;
        }
    }

    private FilterRegex? ReadRegex()
    {
        int start = cursor.Position++;
        while (!cursor.AtEnd && cursor.Current != '/')
            cursor.Position += cursor.Current == '\\' ? 2 : 1;
        if (cursor.AtEnd)
        {
            cursor.Fail(start, cursor.Text.Length - start, "The pattern is not closed; expected '/' at its end");
            return null;
        }
        string pattern = cursor.Text.Substring(start + 1, cursor.Position - start - 1);
        cursor.Position++;
        int flagsStart = cursor.Position;
        while (RegexFlags.IndexOf(cursor.Current) >= 0)
            cursor.Position++;
        return MakeRegex(pattern, cursor.Slice(flagsStart), start, cursor.Position - start);
    }

    private JsonNode? ReadJson()
    {
        int start = cursor.Position;
        switch (cursor.Current)
        {
            case '\'' or '"':
                string? text = PathEscape.ReadQuoted(cursor);
                return text is null ? null : new StringNode(text, SpanFrom(start));
            case '[':
                return ReadNested(ReadArray);
            case '{':
                return ReadNested(ReadObject);
            default:
                return ReadWord();
        }
    }

    private JsonNode? ReadNested(Func<JsonNode?> read)
    {
        if (!cursor.Enter())
            return null;
        JsonNode? node = read();
        cursor.Leave();
        return node;
    }

    private ArrayNode? ReadArray()
    {
        int start = cursor.Position++;
        var items = new List<JsonNode>();
        cursor.SkipBlanks();
        if (cursor.TryTake(']'))
            return new ArrayNode(items, SpanFrom(start));
        do
        {
            cursor.SkipBlanks();
            if (ReadJson() is not { } item)
                return null;
            items.Add(item);
            cursor.SkipBlanks();
        }
        while (cursor.TryTake(','));
        return cursor.Expect(']', "at the end of the array") ? new ArrayNode(items, SpanFrom(start)) : null;
    }

    private ObjectNode? ReadObject()
    {
        int start = cursor.Position++;
        var members = new List<JsonMember>();
        cursor.SkipBlanks();
        if (cursor.TryTake('}'))
            return new ObjectNode(members, SpanFrom(start));
        do
        {
            cursor.SkipBlanks();
            int nameStart = cursor.Position;
            if (cursor.Current is not ('\'' or '"'))
            {
                cursor.FailHere("expected a key in quotes");
                return null;
            }
            if (PathEscape.ReadQuoted(cursor) is not { } name)
                return null;
            TextSpan nameSpan = SpanFrom(nameStart);
            cursor.SkipBlanks();
            if (!cursor.Expect(':', "after the key"))
                return null;
            cursor.SkipBlanks();
            if (ReadJson() is not { } value)
                return null;
            members.Add(new JsonMember(name, nameSpan, value));
            cursor.SkipBlanks();
        }
        while (cursor.TryTake(','));
        return cursor.Expect('}', "at the end of the object") ? new ObjectNode(members, SpanFrom(start)) : null;
    }

    // Numbers, true, false, null; any other word is a string without quotes, as AWS takes it in filters.
    private JsonNode? ReadWord()
    {
        int start = cursor.Position;
        while (!cursor.AtEnd)
        {
            int placeholder = Placeholders.LengthAt(cursor.Text, cursor.Position);
            if (placeholder > 0)
                cursor.Position += placeholder;
            else if (IsWordPart(cursor.Current))
                cursor.Position++;
            else
                break;
        }
        string word = cursor.Slice(start);
        TextSpan span = SpanFrom(start);
        if (word.Length == 0)
        {
            cursor.FailHere(place == PathPlace.Filter ? "expected a path or a value" : "expected an argument");
            return null;
        }
        if (JsonWordReader.IsNumber(word))
            return new NumberNode(word, span);
        return word switch
        {
            "true" or "false" => new BooleanNode(word == "true", span),
            "null" => new NullNode(span),
            _ => new StringNode(word, span),
        };
    }

    private static bool IsWordPart(char c) => !char.IsWhiteSpace(c) && !char.IsControl(c) && "()[]{}'\",=<>!~&|".IndexOf(c) < 0;

    private TextSpan SpanFrom(int start) => TextSpan.FromBounds(start, cursor.Position);
}

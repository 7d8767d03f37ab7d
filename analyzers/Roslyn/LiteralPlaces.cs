using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Compiled.Analyzers;

/// <summary>Where the characters of a constant string stand in the C# that says it.</summary>
internal static class LiteralPlaces
{
    /// <summary>
    /// The place of a part of the string. Literals of every kind, also joined with <c>+</c>, are followed to the character; of anything
    /// else, such as a constant's name, the place is the whole expression.
    /// </summary>
    public static Location Of(ExpressionSyntax expression, int start, int length)
    {
        if (Literals(expression) is not { } literals)
            return expression.GetLocation();
        int before = 0, index = 0;
        for (; index < literals.Count - 1 && start >= before + literals[index].ValueText.Length; index++)
            before += literals[index].ValueText.Length;
        SyntaxToken token = literals[index];
        return Offsets(token) is { } offsets ? At(token, offsets, start - before, length) : token.GetLocation();
    }

    private static Location At(SyntaxToken token, IReadOnlyList<int> offsets, int start, int length)
    {
        int first = Math.Max(0, Math.Min(start, offsets.Count - 1));
        int last = Math.Min(first + Math.Max(length, 0), offsets.Count - 1);
        // Nothing has no place of its own: an expression that ends too early is wrong at what stands behind it.
        TextSpan span = TextSpan.FromBounds(offsets[first], Math.Max(offsets[last], offsets[first] + 1));
        return Location.Create(token.SyntaxTree!, new TextSpan(token.SpanStart + span.Start, span.Length));
    }

    /// <summary>The literals that the expression consists of, in their order; null when it has any other part.</summary>
    private static List<SyntaxToken>? Literals(ExpressionSyntax expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                return [literal.Token];
            case ParenthesizedExpressionSyntax inner:
                return Literals(inner.Expression);
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return Literals(sum.Left) is { } left && Literals(sum.Right) is { } right ? [.. left, .. right] : null;
            default:
                return null;
        }
    }

    /// <summary>Where in the token each character of its value stands, and where the value ends; null when that cannot be told.</summary>
    private static IReadOnlyList<int>? Offsets(SyntaxToken token)
    {
        List<int> offsets = token.Kind() switch
        {
            SyntaxKind.SingleLineRawStringLiteralToken => SingleLine(token.Text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLine(token.Text),
            _ => token.Text.StartsWith("@", StringComparison.Ordinal) ? Verbatim(token.Text) : Regular(token.Text),
        };
        return offsets.Count == token.ValueText.Length + 1 ? offsets : null;
    }

    private static List<int> Regular(string text)
    {
        List<int> offsets = [];
        int i = 1;
        while (i < text.Length - 1)
        {
            offsets.Add(i);
            int width = text[i] != '\\' ? 1 : text[i + 1] switch
            {
                'u' => 6,
                'U' => 10,
                'x' => 2 + HexDigits(text, i + 2),
                _ => 2,
            };
            // Beyond the first plane one escape is two characters.
            if (width == 10 && !text.Substring(i + 2, 4).All(static digit => digit == '0'))
                offsets.Add(i);
            i += width;
        }

        offsets.Add(i);
        return offsets;
    }

    private static int HexDigits(string text, int start)
    {
        int count = 0;
        while (count < 4 && Uri.IsHexDigit(text[start + count]))
            count++;
        return count;
    }

    private static List<int> Verbatim(string text)
    {
        List<int> offsets = [];
        int i = 2;
        for (; i < text.Length - 1; i += text[i] == '"' ? 2 : 1)
            offsets.Add(i);
        offsets.Add(i);
        return offsets;
    }

    private static List<int> SingleLine(string text)
    {
        int quotes = Quotes(text);
        return [.. Enumerable.Range(quotes, text.Length - (2 * quotes) + 1)];
    }

    /// <summary>The lines between the quotes' own, without the white space that stands before the closing quotes.</summary>
    private static List<int> MultiLine(string text)
    {
        int quotes = Quotes(text), closing = text.LastIndexOf('\n') + 1, indentation = text.Length - quotes - closing;
        List<int> offsets = [];
        int i = text.IndexOf('\n') + 1;
        while (i < closing)
        {
            int next = text.IndexOf('\n', i) + 1;
            // A line of white space may be shorter than the indentation.
            int line = i;
            while (line < i + indentation && text[line] is not ('\r' or '\n'))
                line++;
            for (; line < next; line++)
                offsets.Add(line);
            i = next;
        }

        // The last line's break is not part of the value; its place is where the value ends.
        int lineBreak = text.Length > closing && closing > 1 && text[closing - 2] == '\r' ? 2 : 1;
        return offsets.Count < lineBreak ? offsets : offsets.GetRange(0, offsets.Count - lineBreak + 1);
    }

    private static int Quotes(string text)
    {
        int count = 0;
        while (text[count] == '"')
            count++;
        return count;
    }
}

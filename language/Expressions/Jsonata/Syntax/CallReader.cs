using System.Globalization;
using System.Text;
using Compiled.Language.Json;

namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Reads calls, partial applications and, where the word before the parenthesis is <c>function</c>, lambdas.</summary>
internal static class CallReader
{
    public static SyntaxNode Read(SyntaxReader reader, SyntaxNode procedure, JsonataToken token)
    {
        var call = new SyntaxNode(SyntaxKind.Call, token) { Left = procedure };
        if (reader.Current.Is(")"))
            reader.Expect(")", afterOperand: true);
        else
            reader.ReadList(",", ")", () => ReadArgument(reader, call));
        return procedure.IsFunctionWord && !reader.IsLost ? ReadLambda(reader, call) : call;
    }

    private static void ReadArgument(SyntaxReader reader, SyntaxNode call)
    {
        if (!reader.Current.Is("?"))
        {
            call.Items.Add(reader.ReadExpression(0));
            return;
        }
        call.Kind = SyntaxKind.Partial;
        call.Items.Add(new SyntaxNode(SyntaxKind.Hole, reader.Current));
        reader.Expect("?");
    }

    private static SyntaxNode ReadLambda(SyntaxReader reader, SyntaxNode lambda)
    {
        lambda.Kind = SyntaxKind.Lambda;
        for (int i = 0; i < lambda.Items.Count; i++)
        {
            SyntaxNode parameter = lambda.Items[i];
            if (parameter.Kind != SyntaxKind.Variable)
                return reader.Fail("S0208", parameter.Position, parameter.Span, parameter.Token.Shown, (i + 1).ToString(CultureInfo.InvariantCulture), parameter.Token);
        }
        if (reader.Current.Is("<"))
            lambda.Signature = ReadSignature(reader);
        if (reader.Expect("{"))
            lambda.Right = reader.ReadEnclosed("}", afterOperand: false);
        return lambda;
    }

    // The text of the tokens up to the bracket that closes the first.
    private static JsonataSignature? ReadSignature(SyntaxReader reader)
    {
        JsonataToken open = reader.Current;
        var text = new StringBuilder("<");
        int depth = 1;
        while (depth > 0 && !reader.IsLost && !reader.Current.Is("{") && reader.Current.Kind != JsonataTokenKind.End)
        {
            reader.Advance();
            depth += reader.Current.Is("<") ? 1 : reader.Current.Is(">") ? -1 : 0;
            text.Append(reader.Current.Text);
        }
        TextSpan span = TextSpan.FromBounds(open.Start, reader.Current.End);
        if (!reader.Expect(">"))
            return null;
        JsonataSignature? signature = JsonataSignatures.TryParse(text.ToString(), out string? code, out int offset, out string? value);
        if (signature is null)
            reader.Fail(code!, Math.Min(open.End + offset, span.End), span, null, value is null ? null : JsonataSyntaxError.Quoted(value), open);
        return signature;
    }
}

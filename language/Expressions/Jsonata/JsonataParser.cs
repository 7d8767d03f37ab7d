namespace Compiled.Language.Expressions.Jsonata;

/// <summary>Parses JSONata 2.x expressions: what jsonata.org documents, with the operators <c>??</c> and <c>?:</c> of its version 2.1.</summary>
public static class JsonataParser
{
    /// <summary>
    /// Parses an expression. Never throws for what stands in the text: what is wrong becomes an error of the result. Deterministic, and linear
    /// in the length of the text but for parent references.
    /// </summary>
    public static JsonataExpression Parse(string text)
    {
        var errors = new List<JsonataSyntaxError>();
        SyntaxNode syntax = new SyntaxReader(text, errors).ReadAll();
        // With a part of the text not understood the rest of the tree means nothing.
        JsonataNode? root = errors.Count == 0 ? new TreeBuilder(errors).BuildAll(syntax) : null;
        return new JsonataExpression(text, errors.Count == 0 ? root : null, errors);
    }
}

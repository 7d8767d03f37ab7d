using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Tests.Expressions.Jsonata;

/// <summary>What JSONata refuses: its code, its position, the characters at fault, its text.</summary>
public sealed class JsonataErrorTests
{
    [Theory]
    [InlineData("\"abc", "S0101", 4, 0, 4, "String literal must be terminated by a matching quote")]
    [InlineData("\"a\\yb\"", "S0103", 3, 2, 2, "Unsupported escape sequence: \\\"y\"")]
    [InlineData("'a\\", "S0103", 3, 2, 1, "Unsupported escape sequence: \\\"\"")]
    [InlineData("\"\\u12g4\"", "S0104", 2, 1, 6, "The escape sequence \\u must be followed by 4 hex digits")]
    [InlineData("\"\\u12", "S0101", 5, 0, 5, "String literal must be terminated by a matching quote")]
    [InlineData("1e400", "S0102", 0, 0, 5, "Number out of range: \"1e400\"")]
    [InlineData("`abc", "S0105", 4, 0, 4, "Quoted property name must be terminated with a backquote (`)")]
    [InlineData("1 /* x", "S0106", 2, 2, 4, "Comment has no closing tag")]
    [InlineData("1 2", "S0201", 3, 2, 1, "Syntax error: 2")]
    [InlineData("[1,2)", "S0202", 5, 4, 1, "Expected \"]\", got \")\"")]
    [InlineData("{'a' 1}", "S0202", 6, 5, 1, "Expected \":\", got 1")]
    [InlineData("(1", "S0203", 2, 2, 0, "Expected \")\" before end of expression")]
    [InlineData("λ($a)<n", "S0203", 7, 7, 0, "Expected \">\" before end of expression")]
    [InlineData("1 ! 2", "S0204", 3, 2, 1, "Unknown operator: \"!\"")]
    [InlineData("a ~ b", "S0204", 3, 2, 1, "Unknown operator: \"~\"")]
    [InlineData("", "S0207", 0, 0, 0, "Unexpected end of expression")]
    [InlineData("  ", "S0207", 2, 2, 0, "Unexpected end of expression")]
    [InlineData("1 +", "S0207", 3, 3, 0, "Unexpected end of expression")]
    [InlineData("function($a, 1){1}", "S0208", 14, 13, 1, "Parameter 2 of function definition must be a variable name (start with $)")]
    [InlineData("[1]{'a': 1}[0]", "S0209", 12, 11, 1, "A predicate cannot follow a grouping expression in a step")]
    [InlineData("a{'a':1}{'b':2}", "S0210", 9, 8, 1, "Each step can only have one grouping expression")]
    [InlineData("+ 1", "S0211", 1, 0, 1, "The symbol \"+\" cannot be used as a unary operator")]
    [InlineData("[/a/]", "S0211", 2, 1, 1, "The symbol \"/\" cannot be used as a unary operator")]
    [InlineData("$f(??)", "S0211", 5, 3, 2, "The symbol \"??\" cannot be used as a unary operator")]
    [InlineData("a.b := 2", "S0212", 2, 0, 3, "The left side of := must be a variable name (start with $)")]
    [InlineData("a.1", "S0213", 3, 2, 1, "The literal value 1 cannot be used as a step within a path expression")]
    [InlineData("a.true.b", "S0213", 6, 2, 4, "The literal value true cannot be used as a step within a path expression")]
    [InlineData("null.a", "S0213", 4, 0, 4, "The literal value null cannot be used as a step within a path expression")]
    [InlineData("a@b", "S0214", 3, 2, 1, "The right side of \"@\" must be a variable name (start with $)")]
    [InlineData("a#1", "S0214", 3, 2, 1, "The right side of \"#\" must be a variable name (start with $)")]
    [InlineData("a[1]@$v", "S0215", 5, 4, 1, "A context variable binding must precede any predicates on a step")]
    [InlineData("a^(b)@$v", "S0216", 6, 5, 1, "A context variable binding must precede the 'order-by' clause on a step")]
    [InlineData("%", "S0217", 1, 0, 1, "The object representing the 'parent' cannot be derived from this expression")]
    [InlineData("a.b.%.%.%", "S0217", 1, 0, 9, "The object representing the 'parent' cannot be derived from this expression")]
    [InlineData("//", "S0301", 1, 0, 2, "Empty regular expressions are not allowed")]
    [InlineData("/ab", "S0302", 3, 0, 3, "No terminating / in regular expression")]
    [InlineData("λ($a)<n<n>>{1}", "S0401", 8, 5, 6, "Type parameters can only be applied to functions and arrays")]
    [InlineData("λ($a)<(sa<n>)>{1}", "S0402", 7, 5, 9, "Choice groups containing parameterized types are not supported")]
    public void Parse_Wrong_HasJsonatasCodeAndPlace(string text, string code, int position, int start, int length, string message)
    {
        JsonataExpression expression = JsonataParser.Parse(text);

        Assert.Null(expression.Root);
        JsonataSyntaxError error = Assert.Single(expression.Errors);
        Assert.Equal((code, position, start, length, message), (error.Code, error.Position, error.Span.Start, error.Span.Length, error.Message));
    }

    [Theory]
    [InlineData("(1 + ; [2, , 3]; $f(*, : , 4))", "S0211 5, S0211 11, S0211 23")]
    [InlineData("({'a': 1 2, 'b': )})", "S0202 9, S0211 17, S0201 18")]
    [InlineData("{'a' 1, 'b': [1 2]}", "S0202 5, S0202 16")]
    [InlineData("$f(1 2)[+].function($a){ * * }", "S0202 5, S0211 8, S0211 29")]
    [InlineData("[1, (2]", "S0202 6")]
    [InlineData("[1 2, 'open", "S0202 3, S0101 6")]
    [InlineData("a.1.true", "S0213 2, S0213 4")]
    [InlineData("((((1", "S0203 5")]
    public void Parse_SeveralMistakes_FindsEach(string text, string errors) =>
        Assert.Equal(errors, string.Join(", ", JsonataParser.Parse(text).Errors.Select(error => $"{error.Code} {error.Span.Start}")));

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("{'a':", "}")]
    [InlineData("$f(", ")")]
    [InlineData("a[", "]")]
    [InlineData("-(", ")")]
    [InlineData("function(){", "}")]
    [InlineData("a ? ", " : b")]
    public void Parse_NestedTooDeep_IsAnErrorNotACrash(string open, string close)
    {
        JsonataExpression fits = JsonataParser.Parse(Repeat(open, 90) + "1" + Repeat(close, 90));
        JsonataExpression deep = JsonataParser.Parse(Repeat(open, 100_000) + "1" + Repeat(close, 100_000));

        Assert.Empty(fits.Errors);
        Assert.Equal("U1001", deep.Errors[0].Code);
        Assert.InRange(deep.Errors[0].Position, 1, deep.Text.Length);
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("a", ".b")]
    [InlineData("$f", "()")]
    [InlineData("a", "[0]")]
    [InlineData("$a := ", "$a := ")]
    public void Parse_ChainTooLong_IsAnErrorNotACrash(string first, string next)
    {
        Assert.DoesNotContain(JsonataParser.Parse(first + Repeat(next, 250) + "1").Errors, error => error.Code == "U1001");
        Assert.Equal("U1001", JsonataParser.Parse(first + Repeat(next, 100_000)).Errors[0].Code);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}

namespace Compiled.Generator.Tests.Jsonata;

/// <summary>What emitted expressions look like: loops as one writes them by hand, numbers as doubles.</summary>
public sealed class EmittedExpressionTests
{
    [Fact]
    public void Expression_OverAPath_IsALoopOnDoubles()
    {
        const string Expected = """
            // $sum(lines[price > 30].(price * qty))
            public static JsonValue Evaluate(JsonValue input, Evaluation evaluation)
            {
                var total = new Total("sum");
                foreach (JsonValue item in Items.Of(Paths.Field(input, Keys.lines)))
                {
                    if (Comparisons.Left(Paths.Number(item, Keys.price), 30d, ">") > 30d)
                    {
                        total.Push(Numbers.Multiply(Numbers.Left(Paths.Number(item, Keys.price), "*"), Numbers.Right(Paths.Number(item, Keys.qty), "*")));
                    }
                }
                double sum = total.Sum();
                return Numbers.Value(sum);
            }
            """;

        string code = JsonataCompiler.Compile("$sum(lines[price > 30].(price * qty))", new JsonataCompilerOptions()).Code;

        Assert.Contains(Expected, Unindented(code));
    }

    [Theory]
    [InlineData("1 + 2 * 3", "return JsonValue.Number(7d);")]
    [InlineData("a.b", "return Paths.Field(input, Keys.a, Keys.b);")]
    [InlineData("a[$contains(b, /x/)]", "if (JsonataFunctions.ContainsMatch(Paths.Get(item, Keys.b), Queries.Regex1, evaluation))")]
    [InlineData("a & '-' & b", "return Concatenation.Of(evaluation, Paths.Field(input, Keys.a), JsonValue.String(\"-\"), Paths.Field(input, Keys.b));")]
    [InlineData("$map(a, function($v) { $v * 2 })", "mapped.Push(Numbers.Value(Numbers.Multiply(Numbers.Left(v, \"*\"), 2d)));")]
    public void Expression_Emitted_HoldsTheLine(string expression, string line) =>
        Assert.Contains(line, JsonataCompiler.Compile(expression, new JsonataCompilerOptions()).Code);

    [Fact]
    public void Expression_ReadingAFieldTwice_LooksItUpOnce()
    {
        string code = JsonataCompiler.Compile("{'x': a.x, 'y': a.y}", new JsonataCompilerOptions()).Code;

        Assert.Single(code.Split('\n'), line => line.Contains("Paths.Field(input", StringComparison.Ordinal));
    }

    [Fact]
    public void Expression_WithErrors_HasTheirCodesAndNoCode()
    {
        CompiledExpression compiled = JsonataCompiler.Compile("a.(", new JsonataCompilerOptions());

        Assert.Equal(("", "S0203"), (compiled.Code, compiled.Errors[0].Code));
    }

    // The expression's method stands two levels deep.
    private static string Unindented(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
}

using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

public sealed class PathParserTests
{
    // FEATURES L-115, L-120, L-121.
    [Theory]
    [InlineData("$", "Input")]
    [InlineData("$$", "Context")]
    [InlineData("$order", "Variable(order)")]
    [InlineData("$order.id", "Variable(order) .id")]
    [InlineData("$list[0]", "Variable(list) [0]")]
    [InlineData("$.a.b", "Input .a .b")]
    [InlineData("$$.Execution.Id", "Context .Execution .Id")]
    [InlineData("$['my key']", "Input .my key")]
    [InlineData("$[\"my key\"][ 'b' ]", "Input .my key .b")]
    [InlineData(@"$['it\'s']['a\\b']['\u0041']", "Input .it's .a\\b .A")]
    [InlineData("$['']", "Input .")]
    [InlineData("$['a','b']", "Input [a|b]")]
    [InlineData("$['a' , \"b\"].c", "Input [a|b] .c")]
    [InlineData("$[0]", "Input [0]")]
    [InlineData("$.a[-1]", "Input .a [-1]")]
    [InlineData("$.a[ 1 , 2 ]", "Input .a [1|2]")]
    [InlineData("$.a[1:]", "Input .a [1::]")]
    [InlineData("$.a[:-1]", "Input .a [:-1:]")]
    [InlineData("$.a[1:5].b", "Input .a [1:5:] .b")]
    [InlineData("$.a[1:5:2]", "Input .a [1:5:2]")]
    [InlineData("$.a[:]", "Input .a [::]")]
    [InlineData("$[*].a", "Input * .a")]
    [InlineData("$.*", "Input *")]
    [InlineData("$.a.*.b", "Input .a * .b")]
    [InlineData("$..a", "Input ..(.a)")]
    [InlineData("$..*", "Input ..(*)")]
    [InlineData("$.a..[0]", "Input .a ..([0])")]
    [InlineData("$..['a','b']", "Input ..([a|b])")]
    [InlineData("$.a.length()", "Input .a length()")]
    [InlineData("$.size()", "Input length()")]
    [InlineData("$..x.sum()", "Input ..(.x) sum()")]
    [InlineData("$.concat($.a, \"-\", 'x', 1)", "Input concat(Input .a,\"-\",\"x\",1)")]
    [InlineData("$.a.index( -1 )", "Input .a index(-1)")]
    [InlineData("$.a.append({\"b\":[1,true,null]})", "Input .a append({\"b\":[1,true,null]})")]
    public void Parse_Path_GivesItsSteps(string text, string expected)
    {
        PathExpression? path = PathParser.Parse(text, out ExpressionError? error);

        Assert.Null(error);
        Assert.Equal(expected, PathText.Of(path!));
        Assert.Equal(text, path!.Text);
    }

    // RULES.md, "What published definitions demand of a front end": all of these are deployed on AWS.
    [Theory]
    [InlineData("$.[0]", "Input [0]")]
    [InlineData("$.[0].body", "Input [0] .body")]
    [InlineData("$.Snapshots.[0].State", "Input .Snapshots [0] .State")]
    [InlineData("$.[*].['bucket', 'key']", "Input * [bucket|key]")]
    [InlineData("$.[?(@.OU > 0)]", "Input ?{<Current .OU> Greater <0>}")]
    [InlineData("$.detail-type", "Input .detail-type")]
    [InlineData("$.detail.Tags.auto-maintain", "Input .detail .Tags .auto-maintain")]
    [InlineData("$.QualityResults[0]['check_status']", "Input .QualityResults [0] .check_status")]
    [InlineData("$['stateoutputs']['GetBatchInfo']", "Input .stateoutputs .GetBatchInfo")]
    [InlineData("$.pets[*][*][*]", "Input .pets * * *")]
    [InlineData("$.${DynamoDBTable_Attribute1}", "Input .${DynamoDBTable_Attribute1}")]
    [InlineData("$.a-${Stage}.b", "Input .a-${Stage} .b")]
    [InlineData("${WholePath}", "Input .${WholePath}")]
    [InlineData("${Root}.a[0]", "Input .${Root} .a [0]")]
    [InlineData("$[${Index}].a", "Input .${Index} .a")]
    public void Parse_FormOfPublishedDefinitions_IsTaken(string text, string expected)
    {
        PathExpression? path = PathParser.Parse(text, out ExpressionError? error);

        Assert.Null(error);
        Assert.Equal(expected, PathText.Of(path!));
        Assert.Equal(text.Contains("${", StringComparison.Ordinal), path!.HasPlaceholder);
    }

    [Fact]
    public void Parse_TrailingBlank_IsLeftOut()
    {
        PathExpression? path = PathParser.Parse("$$.Execution.Name ", out ExpressionError? error);

        Assert.Null(error);
        Assert.Equal("$$.Execution.Name", path!.Text);
        Assert.Equal("Context .Execution .Name", PathText.Of(path));
    }

    // ASL, "Reference Paths": the examples of the specification.
    [Theory]
    [InlineData(@"$.store\.book", "Input .store.book")]
    [InlineData(@"$.\stor\e.boo\k", "Input .store .book")]
    [InlineData(@"$.foo\@bar.baz\[\[.\?pretty", "Input .foo@bar .baz[[ .?pretty")]
    [InlineData(@"$.&Ж中.\uD800\uDF46", "Input .&Ж中 .\uD800\uDF46")]
    [InlineData("$.ledgers.branch[0].pending.count", "Input .ledgers .branch [0] .pending .count")]
    [InlineData("$.ledgers[0][22][315].foo", "Input .ledgers [0] [22] [315] .foo")]
    [InlineData("$['store']['book']", "Input .store .book")]
    public void Parse_ReferencePathOfTheSpecification_IsOne(string text, string expected)
    {
        PathExpression path = PathParser.Parse(text, out _)!;

        Assert.Equal(expected, PathText.Of(path));
        Assert.True(path.IsReference);
        Assert.Null(path.CheckReference());
    }

    [Theory]
    [InlineData("", 0, 0, "ends too early")]
    [InlineData("a", 0, 1, "starts with '$'")]
    [InlineData("@.a", 0, 1, "starts with '$'")]
    [InlineData(" $.a", 0, 1, "starts with '$'")]
    [InlineData("bug$.library.movies", 0, 1, "starts with '$'")]
    [InlineData("$$23", 2, 1, "expected '.', '['")]
    [InlineData("$1", 1, 1, "expected '.', '['")]
    [InlineData("$$$", 2, 1, "expected '.', '['")]
    [InlineData("$.", 2, 0, "expected a name")]
    [InlineData("$.a.", 4, 0, "expected a name")]
    [InlineData("$..", 3, 0, "expected a name")]
    [InlineData("$...a", 3, 1, "expected a name")]
    [InlineData("$.a b", 3, 2, "A blank ends the path")]
    [InlineData("$.a)", 3, 1, "expected '.', '['")]
    [InlineData("$.a[", 4, 0, "expected a name in quotes")]
    [InlineData("$.a[]", 4, 1, "expected a name in quotes")]
    [InlineData("$.a[b]", 4, 1, "expected ['b']")]
    [InlineData("$.a['b]", 4, 3, "not closed")]
    [InlineData("$.a['b',]", 8, 1, "further name")]
    [InlineData("$.a[1", 5, 0, "expected ']'")]
    [InlineData("$.a[1,]", 6, 1, "further index")]
    [InlineData("$.a[-]", 4, 1, "not an index")]
    [InlineData("$.a[99999999999]", 4, 11, "not an index")]
    [InlineData("$.a[1:2:0]", 8, 1, "expected at least 1")]
    [InlineData("$.a[(@.length-1)]", 4, 1, "[-1] names the last item")]
    [InlineData("$.a[?@.b]", 5, 1, "expected '(' after '?'")]
    [InlineData("$.a.lenght()", 4, 6, "did you mean 'length'?")]
    [InlineData("$.a.length().b", 12, 1, "nothing may follow a function")]
    [InlineData("$.a.length()b", 12, 1, "nothing may follow a function")]
    [InlineData("$..length()", 1, 10, "function follows '..'")]
    [InlineData("$.a.keys(1)", 4, 7, "expected 0")]
    [InlineData("$.a.index()", 4, 7, "expected 1")]
    [InlineData("$.a.concat('x'", 14, 0, "expected ','")]
    [InlineData(@"$.a\", 3, 1, "backslash")]
    public void Parse_FaultyPath_PointsAtTheMistake(string text, int start, int length, string message)
    {
        PathExpression? path = PathParser.Parse(text, out ExpressionError? error);

        Assert.Null(path);
        Assert.Equal((start, length), (error!.Start, error.Length));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_VariableName_HasAtMostEightyCharacters()
    {
        Assert.NotNull(PathParser.Parse("$" + new string('v', 80), out _));
        Assert.Null(PathParser.Parse("$" + new string('v', 81), out ExpressionError? error));
        Assert.Contains("at most 80", error!.Message, StringComparison.Ordinal);
    }

    // FEATURES L-117, L-118.
    [Theory]
    [InlineData("$", true, true)]
    [InlineData("$.a['b'][0]", true, true)]
    [InlineData("$.a[-1]", true, true)]
    [InlineData("$.a[*]", false, false)]
    [InlineData("$.a[1:]", false, false)]
    [InlineData("$.a[0,1]", false, false)]
    [InlineData("$['a','b']", false, false)]
    [InlineData("$..a", false, false)]
    [InlineData("$.a[?(@.b)]", false, false)]
    [InlineData("$.a.length()", true, false)]
    [InlineData("$..a.sum()", true, false)]
    public void IsDefinite_Path_TellsOneValueFromAnArrayOfMatches(string text, bool isDefinite, bool isReference)
    {
        PathExpression path = PathParser.Parse(text, out _)!;

        Assert.Equal((isDefinite, isReference), (path.IsDefinite, path.IsReference));
        Assert.Equal(isReference, path.CheckReference() is null);
    }

    // FEATURES L-114, L-116.
    [Theory]
    [InlineData("$.a[*].b", 3, 3, "'[*]'")]
    [InlineData("$.a..b", 3, 3, "'..b'")]
    [InlineData("$.items.length()", 7, 9, "the function 'length'")]
    public void CheckReference_OtherStep_PointsAtIt(string text, int start, int length, string message)
    {
        ExpressionError error = PathParser.Parse(text, out _)!.CheckReference()!;

        Assert.Equal((start, length), (error.Start, error.Length));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    // FEATURES L-205: AWS prints the path of a missing value in this form.
    [Theory]
    [InlineData("$.x", "$['x']")]
    [InlineData("$.a['b c'][0]", "$['a']['b c'][0]")]
    [InlineData("$$.Task.Token", "$$['Task']['Token']")]
    [InlineData("$v.a[*]..b[1:][0,2]['c','d'][?(@.e)]", "$v['a'][*]..['b'][1:][0,2]['c','d'][?]")]
    public void NormalizedText_Path_IsInBrackets(string text, string expected) =>
        Assert.Equal(expected, PathParser.Parse(text, out _)!.NormalizedText);

    [Theory]
    [InlineData("$", true)]
    [InlineData("$.a", true)]
    [InlineData("$[0]", true)]
    [InlineData("$$.Task.Token", true)]
    [InlineData("$name", true)]
    [InlineData("", false)]
    [InlineData("a$", false)]
    [InlineData("$5.00", false)]
    [InlineData("${FunctionArn}", false)]
    public void LooksLikePath_Text_TellsPathsFromOtherText(string text, bool expected) =>
        Assert.Equal(expected, PathParser.LooksLikePath(text));
}

using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

// FEATURES L-400 to L-421.
public sealed class IntrinsicParserTests
{
    [Theory]
    [InlineData("States.UUID()", "UUID()")]
    [InlineData("States.Array()", "Array()")]
    [InlineData("States.Array(1, -2.5, true, false, null, 'x')", "Array(1,-2.5,true,false,null,\"x\")")]
    [InlineData("States.Array($, $$, $v, $.a[0], $$.Map.Item.Value)", "Array(<Input>,<Context>,<Variable(v)>,<Input .a [0]>,<Context .Map .Item .Value>)")]
    [InlineData("States.ArrayRange(1,$.config.thread_count,1)", "ArrayRange(1,<Input .config .thread_count>,1)")]
    [InlineData("  States.UUID()", null)]
    [InlineData("States.UUID ( ) ", "UUID()")]
    [InlineData("States.MathAdd(\n $.a ,\t-1 )", "MathAdd(<Input .a>,-1)")]
    [InlineData("States.Format('Data {}.', $..constraint)", "Format(\"Data {}.\",<Input ..(.constraint)>)")]
    [InlineData("States.ArrayGetItem(States.StringSplit($$.Execution.Id, ':'), 6)", "ArrayGetItem(StringSplit(<Context .Execution .Id>,\":\"),6)")]
    [InlineData("States.StringToJson($.[0].body)", "StringToJson(<Input [0] .body>)")]
    [InlineData("States.Array($['a b'], $.x[?(@.n == 1 && @.m)])", "Array(<Input .a b>,<Input .x ?{(<Current .n> Equal <1> && exists<Current .m>)}>)")]
    [InlineData("States.Array(${Name}, $.${Key}, '${Text}')", "Array(<Input .${Name}>,<Input .${Key}>,\"${Text}\")")]
    [InlineData(@"States.Array('a\'b\\c\{\}\n')", @"Array(""a'b\\c{}\n"")")]
    [InlineData("States.Array('two\nlines')", @"Array(""two\nlines"")")]
    [InlineData("States.Array('say \"hi\"')", @"Array(""say \""hi\"""")")]
    [InlineData("States.Hash($.text, 'SHA-256')", "Hash(<Input .text>,\"SHA-256\")")]
    [InlineData("States.JsonMerge(States.StringToJson('{\"a\": 1}'), $, false)", "JsonMerge(StringToJson(\"{\\\"a\\\": 1}\"),<Input>,false)")]
    [InlineData("States.MathRandom(1, 2)", "MathRandom(1,2)")]
    [InlineData("States.MathRandom(1, 2, 3)", "MathRandom(1,2,3)")]
    [InlineData("States.Base64Decode(States.Base64Encode('x'))", "Base64Decode(Base64Encode(\"x\"))")]
    [InlineData("States.ArrayLength($.items[*])", "ArrayLength(<Input .items *>)")]
    public void Parse_Call_GivesItsTree(string text, string? expected)
    {
        IntrinsicCall? call = IntrinsicParser.Parse(text, out ExpressionError? error);

        Assert.Equal(expected is null, error is not null);
        Assert.Equal(expected, call is null ? null : Of(call));
    }

    [Theory]
    [InlineData("States.Xyz($.result)", 0, 10, "is not an intrinsic function")]
    [InlineData("States.Formt('x')", 0, 12, "did you mean 'States.Format'?")]
    [InlineData("States.format('x')", 0, 13, "did you mean 'States.Format'?")]
    [InlineData("States. ", 0, 7, "is not an intrinsic function")]
    [InlineData("States.JsonToString($", 21, 0, "expected ','")]
    [InlineData("States.StringToJson $.escaped)", 20, 1, "expected '('")]
    [InlineData("States.UUID() x", 14, 1, "nothing may follow")]
    [InlineData("States.UUID(1)", 12, 1, "has 1 argument; expected none")]
    [InlineData("States.MathAdd(1)", 0, 17, "has 1 argument; expected 2")]
    [InlineData("States.MathAdd(1, 2, 3, 4)", 21, 4, "has 4 arguments; expected 2")]
    [InlineData("States.MathRandom(1)", 0, 20, "expected 2 to 3")]
    [InlineData("States.Format()", 0, 15, "expected at least 1")]
    [InlineData("States.MathAdd('1', 2)", 15, 3, "Argument 1 of 'States.MathAdd' is a string; expected a number")]
    [InlineData("States.Hash($.a, 5)", 17, 1, "Argument 2 of 'States.Hash' is a number; expected a string")]
    [InlineData("States.StringToJson(null)", 20, 4, "is null; expected a string")]
    [InlineData("States.ArrayLength(States.UUID())", 19, 13, "the result of 'States.UUID', which is a string; expected an array")]
    [InlineData("States.StringToJson($.a[*])", 20, 6, "is an array; expected a string")]
    [InlineData("States.Array(1,)", 15, 1, "expected an argument")]
    [InlineData("States.Array(,1)", 13, 1, "expected an argument")]
    [InlineData("States.Array(1 2)", 15, 1, "expected ','")]
    [InlineData("States.Array('x)", 13, 3, "not closed")]
    [InlineData("States.Array(\"x\")", 13, 1, "single quotes")]
    [InlineData("States.Array(x)", 13, 1, "'x' is not an argument")]
    [InlineData("States.Array(UUID())", 13, 4, "did you mean 'States.UUID'?")]
    [InlineData("States.Array(01)", 13, 2, "'01' is not an argument")]
    [InlineData("States.Array($.a[)", 17, 1, "in the brackets")]
    // AWS refuses all escapes but its own (RULES.md; recorded as test_illegal_escapes).
    [InlineData("States.StringToJson('{\"text\":\"An \\\"escaped\\\" here\"}')", 33, 2, "is no escape")]
    public void Parse_FaultyCall_PointsAtTheMistake(string text, int start, int length, string message)
    {
        IntrinsicCall? call = IntrinsicParser.Parse(text, out ExpressionError? error);

        Assert.Null(call);
        Assert.Contains(message, error!.Message, StringComparison.Ordinal);
        Assert.Equal((start, length), (error.Start, error.Length));
    }

    [Fact]
    public void Parse_Nesting_IsAllowedTenDeep()
    {
        Assert.NotNull(IntrinsicParser.Parse(Nested(10), out _));

        Assert.Null(IntrinsicParser.Parse(Nested(11), out ExpressionError? error));
        Assert.Equal("'States.Array' is nested 11 calls deep; at most 10 are allowed", error!.Message);
        Assert.Equal(10 * "States.Array(".Length, error.Start);
    }

    // FEATURES L-401, L-404.
    [Theory]
    [InlineData("States.Format('Hello {}, welcome to {}!', $.a, $.b)", "Hello |, welcome to |!")]
    [InlineData("States.Format('{}', $.a)", "|")]
    [InlineData("States.Format('{}{}', $.a, $.b)", "||")]
    [InlineData("States.Format('plain')", "plain")]
    [InlineData(@"States.Format('\{""a"":{}, \{\}\\\'\}', $.a)", "{\"a\":|, {}\\'}")]
    [InlineData("States.Format('a { b } {}', $.a)", "a { b } |")]
    public void Format_ConstantTemplate_IsCutAtItsPlaceholders(string text, string expected)
    {
        IntrinsicCall call = IntrinsicParser.Parse(text, out _)!;

        Assert.Equal(expected.Split('|'), call.Format!.Texts);
        Assert.Equal(expected.Count(c => c == '|'), call.Format.PlaceholderCount);
    }

    [Theory]
    [InlineData("States.Format($.template, $.a)")]
    [InlineData("States.Array('{}')")]
    public void Format_NoConstantTemplate_IsNull(string text) => Assert.Null(IntrinsicParser.Parse(text, out _)!.Format);

    [Fact]
    public void RawText_EscapedString_KeepsTheEscapes()
    {
        IntrinsicCall call = IntrinsicParser.Parse(@"States.Array('\{a\'')", out _)!;

        var literal = (IntrinsicLiteral)call.Arguments[0];
        Assert.Equal((@"\{a\'", "\"{a'\"", 13, 7), (literal.RawText, literal.Value.ToCompactJson(), literal.Start, literal.Length));
    }

    [Fact]
    public void Paths_NestedCalls_AreAllListed()
    {
        IntrinsicCall call = IntrinsicParser.Parse("States.Array($.a, States.Array($v, 1), $$.b)", out _)!;

        Assert.Equal(["$.a", "$v", "$$.b"], call.Paths.Select(path => path.Text));
        Assert.Equal("States.Array($v, 1)", ((IntrinsicCall)call.Arguments[1]).Text);
        Assert.Equal([13, 31, 39], call.Paths.Select(path => path.Offset));
    }

    // FEATURES L-421, and AWS's list for ErrorPath and CausePath.
    [Fact]
    public void Table_Rows_AreTheEighteenFunctions()
    {
        Assert.Equal(Enum.GetValues<IntrinsicFunction>(), IntrinsicTable.All.Select(row => row.Function));
        Assert.Equal(18, IntrinsicTable.All.Count);
        Assert.Equal(
            ["Format", "JsonToString", "ArrayGetItem", "Base64Encode", "Base64Decode", "Hash", "UUID"],
            IntrinsicTable.All.Where(row => row.MayGiveString).Select(row => row.Function.ToString()));
        Assert.Same(IntrinsicTable.Find("States.Hash"), IntrinsicTable.Of(IntrinsicFunction.Hash));
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("States.Array(", depth)) + new string(')', depth);

    private static string Of(IntrinsicArgument argument) => argument switch
    {
        IntrinsicCall call => $"{call.Function}({string.Join(',', call.Arguments.Select(Of))})",
        IntrinsicPath path => $"<{PathText.Of(path.Path)}>",
        IntrinsicLiteral literal => literal.Value.ToCompactJson(),
        _ => throw new ArgumentException(argument.GetType().Name),
    };
}

using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Tests.Expressions.Jsonata;

// FEATURES L-440, L-446. The trees are those that JSONata's documentation of its operators implies.
public sealed class JsonataParserTests
{
    [Theory]
    [InlineData("1 + 2 * 3 - 4", "((1 Add (2 Multiply 3)) Subtract 4)")]
    [InlineData("a / b / c", "((<a> Divide <b>) Divide <c>)")]
    [InlineData("a = 1 and b or c in d", "(((<a> Equal 1) And <b>) Or (<c> In <d>))")]
    [InlineData("1 < 2 & 'x' != y", "((1 Less (2 Concatenate 'x')) NotEqual <y>)")]
    [InlineData("a <= b", "(<a> LessOrEqual <b>)")]
    [InlineData("a >= b", "(<a> GreaterOrEqual <b>)")]
    [InlineData("a > 7 % 2", "(<a> Greater (7 Modulo 2))")]
    [InlineData("-5 + -x", "(-5 Add -(<x>))")]
    [InlineData("- - 1", "1")]
    [InlineData("-(1)", "-((1))")]
    [InlineData("a ? b : c ? d : e", "if(<a>, <b>, if(<c>, <d>, <e>))")]
    [InlineData("a ? b", "if(<a>, <b>)")]
    [InlineData("a ?? b ?: c", "(<a> ?? (<b> ?: <c>))")]
    [InlineData("1 = a ?? 2", "((1 Equal <a>) ?? 2)")]
    [InlineData("$a := $b := 1", "($a := ($b := 1))")]
    [InlineData("and.or.in", "<and . or . in>")]
    public void Parse_Operators_BindAsJsonataHasThem(string text, string tree) => Assert.Equal(tree, JsonataShow.Of(text));

    [Theory]
    [InlineData("Account.Order[0].Product.Price", "<Account . Order[0] . Product . Price>")]
    [InlineData("a.b[][0].c", "<a . b!keep[0] . c>!single")]
    [InlineData("a[]", "<a!keep>!single!keep")]
    [InlineData("$[0][]", "$[0]!keep")]
    [InlineData("$x[0].foo[1]", "<$x[0] . foo[1]>")]
    [InlineData("foo.$x[0]", "<foo . $x[0]>")]
    [InlineData("(a.b)[0]", "(<a . b>)[0]")]
    [InlineData("a[b]/2", "(<a[<b>]> Divide 2)")]
    [InlineData("a.*.**", "<a . * . **>")]
    [InlineData("\"a\".'b'.`c d`", "<a . b . c d>")]
    [InlineData("\"a\"[0].b", "<a[0] . b>")]
    [InlineData("[a.b].c.[d]", "<[<a . b>]!cons . c . [<d>]!cons>")]
    [InlineData("([a].b).c", "<(<[<a>]!cons . b>)!cons . c>")]
    [InlineData("a{b: c}.d", "<a . d>{<b>: <c>}")]
    [InlineData("a.b{ `c d`: $sum(e) }", "<a . b>{<c d>: $sum(<e>)}")]
    [InlineData("$x{'a': 1}", "$x{'a': 1}")]
    [InlineData("a^(>b, <c, d)", "<a . ^(><b>, <c>, <d>)>")]
    [InlineData("$x^(b)[0]", "<$x . ^(<b>)[0]>")]
    [InlineData("a.b@$v#$i[x = $v].c", "<a . b@$v#$i[(<x> Equal $v)]!tuple . c>")]
    [InlineData("a[0]#$i.b", "<a[0]#$i!tuple . b>")]
    [InlineData("$x[0]#$i", "<$x[0]#$i!tuple>")]
    [InlineData("$x@$v.a", "<$x@$v!tuple . a>")]
    public void Parse_Path_IsFlattenedIntoSteps(string text, string tree) => Assert.Equal(tree, JsonataShow.Of(text));

    [Theory]
    [InlineData("a.b.%.c", "<a . b!%0!tuple . %0 . c>")]
    [InlineData("a.b.{ 'x': %.c, 'y': %.%.d }", "<a!%2!tuple . b!%0!tuple . {'x': <%0 . c>, 'y': <%0 . %2 . d>}>")]
    [InlineData("a.(b.c).%.x", "<a . (<b . c!%0!tuple>!tuples)!tuple . %0 . x>")]
    [InlineData("a.(b.%)", "<a . (<b!%0!tuple . %0>)>")]
    [InlineData("a.b[%.x = 1]", "<a . b[(<%0 . x> Equal 1)]!%0!tuple>")]
    [InlineData("a.*^(%.x)", "<a . *!%0!tuple . ^(<%0 . x>)>")]
    [InlineData("a.b@$v.c@$w.%", "<a . b@$v!%0!tuple . c@$w!tuple . %0>")]
    public void Parse_Parent_FindsItsStep(string text, string tree) => Assert.Equal(tree, JsonataShow.Of(text));

    [Theory]
    [InlineData("()", "()")]
    [InlineData("(1;)", "(1)")]
    [InlineData("($a := 1; $a)", "(($a := 1); $a)")]
    [InlineData("{}", "{}")]
    [InlineData("{'a': 1, b: [c]}", "{'a': 1, <b>: [<c>]}")]
    [InlineData("[]", "[]")]
    [InlineData("[1..3, 5, [2]]", "[1..3, 5, [2]]")]
    [InlineData("[true, false, null]", "[true, false, null]")]
    [InlineData("$x ~> $f(1) ~> $g", "(($x ~> $f(1)) ~> $g)")]
    [InlineData("|a|{'b': 1}|", "|<a>|{'b': 1}|")]
    [InlineData("$ ~> |a.b|{}, ['c', 'd']|", "($ ~> |<a . b>|{},['c', 'd']|)")]
    [InlineData("$map([1], $f(?, 2))", "$map([1], part $f(?, 2))")]
    [InlineData("f(x)", "<f>(<x>)")]
    [InlineData("$f()()", "$f()()")]
    [InlineData("λ($x){ $x }(3)", "fn($x){$x}(3)")]
    [InlineData("function($a, $b)<s-n?:s>{ $a }", "fn($a, $b)<s-n?:s>{$a}")]
    [InlineData("function($a) < a < n > : n > { $a }", "fn($a)<a<n>:n>{$a}")]
    public void Parse_Constructors_AndFunctions_KeepTheirParts(string text, string tree) => Assert.Equal(tree, JsonataShow.Of(text));

    [Theory]
    [InlineData("function(){ $f(1) }", "fn(){tail $f(1)}")]
    [InlineData("function(){ $a ? $f(1) : ($b; $g()) }", "fn(){if($a, tail $f(1), ($b; tail $g()))}")]
    [InlineData("function(){ $a ?? $f() }", "fn(){($a ?? tail $f())}")]
    [InlineData("function(){ $f() ?: $g() }", "fn(){($f() ?: tail $g())}")]
    [InlineData("function(){ 1 + $f() }", "fn(){(1 Add $f())}")]
    [InlineData("function(){ $f()[0] }", "fn(){$f()[0]}")]
    [InlineData("function(){ ($f())[0] }", "fn(){($f())[0]}")]
    [InlineData("function(){ a.$f() }", "fn(){<a . $f()>}")]
    [InlineData("$f()", "$f()")]
    public void Parse_CallAtTheEndOfAFunction_IsATailCall(string text, string tree) => Assert.Equal(tree, JsonataShow.Of(text));

    [Theory]
    [InlineData("'it''s'", "S0201 at 7: Syntax error: \"s\"")]
    [InlineData(@"""a\""b\\\/\n\t\r\b\f\u0041\ud83d\ude00""", "'a\"b\\/\n\t\r\b\fA\U0001F600'")]
    [InlineData("'two\nlines'", "'two\nlines'")]
    [InlineData("0", "0")]
    [InlineData("12.50", "12.5")]
    [InlineData("1e3", "1000")]
    [InlineData("1E-2", "0.01")]
    [InlineData("1e", "S0201 at 2: Syntax error: \"e\"")]
    [InlineData("01", "S0201 at 2: Syntax error: 1")]
    [InlineData("123456789012345678901", "1.2345678901234568E+20")]
    [InlineData("/* c */ 1 /* d\n */", "1")]
    [InlineData("1/**//2", "(1 Divide 2)")]
    [InlineData(@"/a[/]\/(b|\))+/im", @"/a[/]\/(b|\))+/im")]
    [InlineData("$match('a', /a/)", "$match('a', /a/)")]
    [InlineData("$a := /a/i", "($a := /a/i)")]
    [InlineData("é.ñ_1", "<é . ñ_1>")]
    [InlineData("\t\r\n\v1", "1")]
    public void Parse_Tokens_AreDecoded(string text, string tree) => Assert.Equal(tree, JsonataShow.Of(text));

    [Fact]
    public void Parse_Nodes_KnowTheirPlaces()
    {
        JsonataNode root = JsonataParser.Parse("  $f(a.b, -1) & $x[0]").Root!;

        var binary = Assert.IsType<BinaryNode>(root);
        var call = Assert.IsType<CallNode>(binary.Left);
        var path = Assert.IsType<PathNode>(call.Arguments[0]);
        Assert.Equal((15, "[2..21)"), Place(root));
        Assert.Equal((5, "[2..13)"), Place(call));
        Assert.Equal((4, "[2..4)"), Place(call.Procedure));
        Assert.Equal((6, "[5..8)"), Place(path));
        Assert.Equal((8, "[7..8)"), Place(path.Steps[1].Node));
        Assert.Equal((12, "[10..12)"), Place(call.Arguments[1]));
        Assert.Equal((18, "[16..21)"), Place(binary.Right));
        Assert.Equal(19, binary.Right.Predicates[0].Position);
    }

    private static (int Position, string Span) Place(JsonataNode node) => (node.Position, node.Span.ToString());
}

namespace Compiled.Generator.Tests.Jsonata;

/// <summary>The parts of the language, compiled and evaluated: FEATURES L-440, L-445, L-446.</summary>
public sealed class ExpressionTests
{
    private const string Order = """{"id":"o1","lines":[{"sku":"a","price":5,"qty":2},{"sku":"b","price":3,"qty":1},{"sku":"a","price":1,"qty":4}]}""";

    private static readonly (string Expression, string Input, string Expected)[] s_rows =
    [
        // Paths: what one item, several and none give.
        ("id", Order, "\"o1\""),
        ("lines.sku", Order, """["a","b","a"]"""),
        ("lines.colour", Order, "undefined"),
        ("a.b", """{"a":{"b":[1]}}""", "[1]"),
        ("a.b", """{"a":[{"b":[1]}]}""", "[1]"),
        ("a.b", """{"a":[{"b":[1]},{"b":2}]}""", "[1,2]"),
        ("a.b[]", """{"a":{"b":1}}""", "[1]"),
        ("a.b", """[{"a":{"b":1}},{"a":[{"b":2},{"b":[3]}]}]""", "[1,2,3]"),
        ("$", "[1,2]", "[1,2]"),
        ("$$.id & $.id", Order, "\"o1o1\""),
        ("*.x", """{"a":{"x":1},"b":{"x":[2,3]}}""", "[1,2,3]"),
        ("**.x", """{"x":1,"b":{"x":{"x":3}}}""", """[1,{"x":3},3]"""),
        ("a.[b]", """{"a":[{"b":1},{"b":2}]}""", "[[1],[2]]"),
        ("[1,2].($ * 2)", "", "[2,4]"),
        ("[none].x", "{}", "[]"),
        ("$join([none].$string(), ',')", "{}", "\"\""),
        ("$count([none].x)", "{}", "0"),
        ("[[]].x", "{}", "undefined"),

        // Predicates.
        ("lines[0].sku", Order, "\"a\""),
        ("lines[-1].price", Order, "1"),
        ("lines[1.9].sku", Order, "\"b\""),
        ("lines[[0,2]].price", Order, "[5,1]"),
        ("lines[price > 2].sku", Order, """["a","b"]"""),
        ("lines[price > 2][0].sku", Order, "\"a\""),
        ("lines[sku = 'a'][price < 2].qty", Order, "4"),
        ("lines[qty].sku", Order, """["b"]""".Replace("[", "").Replace("]", "")),
        ("lines[colour]", Order, "undefined"),
        ("(lines.price)[0]", Order, "5"),
        ("lines.price[0]", Order, "[5,3,1]"),
        ("[[1,2],[3]][0]", "", "[1,2]"),

        // Operators.
        ("1 + 2 * 3 - 4 / 2 % 3", "", "5"),
        ("nothing + 1", Order, "undefined"),
        ("'a' + 1", "", "T2001"),
        ("1 + 'a'", "", "T2002"),
        ("1 / 0", "", "D1001"),
        ("$string(1 / 0)", "", "D3001"),
        ("-id", Order, "D1002"),
        ("-(3)", "", "-3"),
        // JSON's text may have numbers that no double holds.
        ("-n", "{\"n\":1e400}", "D1001"),
        ("'x' & -n", "{\"n\":-1e400}", "D1001"),
        ("[1..n]", "{\"n\":1e400}", "T2004"),
        ("[n..1]", "{\"n\":1e400}", "T2003"),
        ("1 = 1.0 and 'a' != 'b' and {'a':[1]} = {'a':[1]}", "", "true"),
        ("nothing = nothing", Order, "false"),
        ("nothing != 1", Order, "false"),
        ("1 < nothing", Order, "undefined"),
        ("1 < 'a'", "", "T2009"),
        ("true > 1", "", "T2010"),
        ("'B' < 'a'", "", "true"),
        ("2 in [1,2]", "", "true"),
        ("'x' in 'x'", "", "true"),
        ("'a' & 1 & nothing & true & [1]", "", "\"a1true[1]\""),
        ("[1..3, 7]", "", "[1,2,3,7]"),
        ("[1..1.5]", "", "T2004"),
        ("['a'..2]", "", "T2003"),
        ("[1..10000001]", "", "D2014"),
        ("nothing ?? 'd'", Order, "\"d\""),
        ("null ?? 'd'", "", "null"),
        ("'' ?: 'd'", "", "\"d\""),
        ("id = 'o1' ? 'yes' : 'no'", Order, "\"yes\""),
        ("id = 'o2' ? 'yes'", Order, "undefined"),
        ("false or nothing or 1", "", "true"),
        ("true and 0", "", "false"),

        // Objects, grouping, order.
        ("{'a': 1, 'b': nothing, 'c': [2]}", Order, """{"a":1,"c":[2]}"""),
        ("lines{sku: price}", Order, """{"a":[5,1],"b":3}"""),
        ("lines{sku: $sum(price)}", Order, """{"a":6,"b":3}"""),
        ("nothing{'a': 1}", Order, """{"a":1}"""),
        ("{id: 1, 'o1': 2}", Order, "D1009"),
        ("{1: 2}", "", "T1003"),
        ("lines^(price).price", Order, "[1,3,5]"),
        ("lines^(sku, >price).price", Order, "[5,1,3]"),
        ("lines^(colour).price", Order, "[5,3,1]"),
        ("[1,'a']^($)", "", "T2007"),
        ("[true,false]^($)", "", "T2008"),

        // Variables bound along paths, parents.
        ("lines@$l.{'id': id, 'sku': $l.sku}[0]", Order, """{"id":"o1","sku":"a"}"""),
        ("lines#$i.($i & sku)", Order, """["0a","1b","2a"]"""),
        ("lines[price < 4]#$i.($i & sku)", Order, """["0b","1a"]"""),
        ("lines#$i[$i > 0].sku", Order, """["b","a"]"""),
        ("lines.sku.(% .price)", Order, "[5,3,1]"),
        ("lines.{'order': %.id, 'sku': sku}[1]", Order, """{"order":"o1","sku":"b"}"""),
        ("lines#$i^(price)[0].{'at': $i, 'price': price}", Order, """{"at":2,"price":1}"""),
        ("lines@$l[-1].$l.price", Order, "1"),

        // Where a path ends before it binds anything, one missing item is grouped.
        ("none.sku@$l{'k': 1}", Order, """{"k":1}"""),
        ("lines.colour.name#$i{'k': $i, 'l': 2}", Order, """{"l":2}"""),
        ("lines.colour.%{'k': 1}", Order, "{}"),
        ("none@$l{'k': 1}", Order, "{}"),
        ("lines.colour@$l{'k': 1}", Order, "{}"),

        // Functions and blocks.
        ("($x := 2; $f := function($n){ $n * $x }; $f(4))", "", "8"),
        ("($x := 1; $y := ($x := 2; $x); $x + $y)", "", "3"),
        ("($f := function($n){ $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10))", "", "3628800"),
        // Until it is bound a name is what it is outside.
        ("($count := $count(lines); $count)", Order, "3"),
        ("$count := $count(lines)", Order, "3"),
        ("($sum := $sum(lines.price); $sum := $sum + 1; $sum)", Order, "10"),
        ("($trim := $trim ~> $uppercase; $trim(' a '))", "", "\"A\""),
        ("($sum := $sum(?); $sum([1, 2]))", "", "3"),
        ("[1..2].($count := $count([$, $]); $count)", "", "[2,2]"),
        ("(false ? $count := 1 : 2; $count([1, 2]))", "", "2"),
        ("($f := function(){ $count }; $count := 5; $f())", "", "5"),
        ("($x := 1; ($x := $x + 1; $x) & $x)", "", "\"21\""),
        ("($y := $y; $exists($y))", "", "false"),
        ("($filter := lines; $filter($, 1))", Order, "T1006"),
        ("($even := function($n){ $n = 0 ? true : $odd($n - 1) }; $odd := function($n){ $n = 0 ? false : $even($n - 1) }; $even(10001))", "", "false"),
        ("($f := function($n, $t){ $n = 0 ? $t : $f($n - 1, $t + $n) }; $f(20000, 0))", "", "200010000"),
        ("($f := function($n){ 1 + $f($n) }; $f(1))", "", "U1001"),
        ("($f := function($n){ $f($n) }; $f(1))", "", "U1001"),
        ("($add := function($a, $b){ $a + $b }; $inc := $add(1, ?); $inc(4))", "", "5"),
        ("$map([1,2], $substring('abc', ?))", "", """["bc","c"]"""),
        ("($f := $trim ~> $uppercase; $f('  a '))", "", "\"A\""),
        ("' a ' ~> $trim() ~> $uppercase", "", "\"A\""),
        ("1 ~> 2", "", "T2006"),
        ("sum(1)", "", "T1005"),
        ("$missing(1)", "", "T1006"),
        ("sum(?)", "", "T1007"),
        ("$missing(?)", "", "T1008"),
        ("function($a)<n:n>{ $a }('x')", "", "T0410"),
        ("function($a)<a<n>:n>{ $a }(['x'])", "", "T0412"),
        ("id.(function($a)<s-:s>{ $a & '!' }())", Order, "\"o1!\""),
        ("lines.sku.$uppercase()", Order, """["A","B","A"]"""),
        ("[1].$uppercase()", "", "T0411"),
        // What is wrong with an argument is told before what is wrong with the context.
        ("lines.$substring('a')", Order, "T0410"),
        ("lines.$substring('a' - 1)", Order, "T2001"),
        ("lines.$contains(qty)", Order, "T0410"),
        ("lines.$contains(sku)", Order, "T0411"),
        ("id.$substring($$.lines[1].qty)", Order, "\"1\""),
        ("$map(lines, function($l, $i){ $i & $l.sku })", Order, """["0a","1b","2a"]"""),
        ("$filter([1..6], function($v){ $v % 2 = 0 })", "", "[2,4,6]"),
        ("$filter([1,2], function($v){ $v = 2 })[]", "", "[2]"),
        ("$reduce([1..4], function($a, $v){ $a * $v })", "", "24"),
        ("$reduce([1..4], function($a, $v, $i){ $a + $i }, 100)", "", "106"),
        ("$sort([3,1,2], function($a, $b){ $a < $b })", "", "[3,2,1]"),
        ("$sum(lines.(price * qty))", Order, "17"),
        ("function($x){ $x }", "", "function"),
        ("id.$match(/[0-9]/).match", Order, "\"1\""),
        ("$eval('id & \"!\"')", Order, "\"o1!\""),
        ("$eval('1 +')", Order, "D3120"),
        ("$eval('1 + id')", Order, "D3121"),
        ("$given.x", "", "7"),

        ("$map([1], function($v){ $map([$v], $string) })", "", """[["1"]]""".Replace("[[", "[").Replace("]]", "]")),
        ("($f := function(){ $uppercase() }; lines.sku.$f())", Order, """["A","B","A"]"""),
        ("$map(['a'], function($v){ $uppercase() })", "", "T0411"),
        ("$map($map([{'x':1},{'y':2}], $keys), function($v){ $v })", "", """["x","y"]"""),
        ("$each({'x':1}, function($v, $k){ $k & $v })", "", "\"x1\""),
        ("$sift({'x':1,'y':2}, function($v){ $v > 1 })", "", """{"y":2}"""),
        ("$single([1,2], function($v){ $v = 2 })", "", "2"),
        ("$single([1,2], function($v){ $v > 2 })", "", "D3139"),
        ("$single([1,2], function($v){ $v > 0 })", "", "D3138"),

        // Transformations change a copy.
        ("$ ~> |lines[sku='a']|{'price': price + 1}, 'qty'|", Order,
            """{"id":"o1","lines":[{"sku":"a","price":6},{"sku":"b","price":3,"qty":1},{"sku":"a","price":2}]}"""),
        ("{'a': {'n': 1}} ~> |**[n]|{'m': n}|", "", """{"a":{"n":1,"m":1}}"""),
        ("$ ~> |lines|5|", Order, "T2011"),
        ("$ ~> |lines|{}, 5|", Order, "T2012"),
        ("(lines ~> |$|{'x': 1}|; lines[0].x)", Order, "undefined"),
    ];

    private static readonly Lazy<ExpressionTable> s_table = new(() => new ExpressionTable(s_rows.Select(row => row.Expression)));

    public static IEnumerable<object[]> Rows { get; } = s_rows.Select((row, i) => new object[] { i, row.Expression });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Expression_Evaluated_GivesItsValue(int row, string expression) =>
        Assert.Equal(s_rows[row].Expected, s_table.Value.Evaluate(expression, s_rows[row].Input, """{"x":7}"""));

    [Fact]
    public void Expressions_CompiledAsCSharp_GiveNoWarning() => Assert.Empty(s_table.Value.Messages);

    [Fact]
    public void Expressions_CompiledTwice_AreTheSameText() =>
        Assert.All(s_rows, row => Assert.Equal(JsonataCompiler.Compile(row.Expression, new()).Code, JsonataCompiler.Compile(row.Expression, new()).Code));
}

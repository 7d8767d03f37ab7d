using Compiled.Language.Expressions.Jsonata;

namespace Compiled.Language.Tests.Expressions.Jsonata;

// FEATURES L-055, L-063, L-076, L-445.
public sealed class JsonataUsageTests
{
    [Theory]
    [InlineData("$a + $b.c[$d]", "a b d")]
    [InlineData("$sum($a)", "sum() a")]
    [InlineData("$map($a, $f)", "map() a f")]
    [InlineData("$f(?, $a)", "f() a")]
    [InlineData("$a ~> $f($b) ~> $g", "a f()| b g")]
    [InlineData("($x := 1; $x + $y)", "y")]
    [InlineData("($x := $x + 1; $x)", "x")]
    [InlineData("(($x := 1); $x)", "x")]
    [InlineData("$x := 1", "")]
    [InlineData("function($x){ $x + $y }", "y")]
    [InlineData("($f := function($n){ $f($n - 1) }; $f(3))", "")]
    [InlineData("($f := function(){ $g() }; $g := function(){ 1 }; $f())", "g()?")]
    [InlineData("($v := 1; $f := function(){ $v }; $f())", "")]
    [InlineData("($f := function(){ function(){ $v } }; $v := 1)", "v?")]
    [InlineData("$a@$v#$i.b[$v = $i]{ $v.c: $i }", "a")]
    [InlineData("($a@$v.b; $v)", "a v")]
    [InlineData("$a[0]#$i.($i)", "a")]
    [InlineData("$a.(b@$v.%).($v)", "a v")]
    [InlineData("$a.(b@$v.c).%.($v)", "a")]
    [InlineData("$a^($b)", "a b")]
    [InlineData("$a ~> |b|{'c': $d}, [$e]|", "a d e")]
    [InlineData("$a ? $b : $c", "a b c")]
    [InlineData("[$a..$b, {$c: $d}, -$e, $f ?? $g, $h ?: $i, $j in $k]", "a b c d e f g h i j k")]
    [InlineData("$ & $$", "")]
    public void References_AreTheNamesNotBoundInside(string text, string names) =>
        Assert.Equal(names, string.Join(" ", Usage(text).References.Select(Show)));

    [Theory]
    [InlineData("a.b", "a[0..1)")]
    [InlineData("$.b", "$[0..1)")]
    [InlineData("$x.$", "")]
    [InlineData("$$", "$$[0..2)")]
    [InlineData("$x[$$.a]", "$$[3..5)")]
    [InlineData("*", "*[0..1)")]
    [InlineData("**.a", "**[0..2)")]
    [InlineData("$x[a = $.b].c^(d){e: f}", "")]
    [InlineData("$x.(a; b)", "")]
    [InlineData("(a; $x)", "a[1..2)")]
    [InlineData("$map($x, function($v){ a & $ })", "")]
    [InlineData("$map(a, $f)", "a[5..6)")]
    [InlineData("sum($x)", "sum[0..3)")]
    [InlineData("[a].b", "a[1..2)")]
    [InlineData("{a: 'b'}", "a[1..2)")]
    [InlineData("$x ~> |a|{'b': c}|", "")]
    [InlineData("'a'.b", "a[0..3)")]
    [InlineData("$x ? a : $ ?? `b c`", "a[5..6) $[9..10) b c[14..19)")]
    public void ContextReads_AreThoseOutsideOfPathsAndFunctions(string text, string reads) =>
        Assert.Equal(reads, string.Join(" ", Usage(text).ContextReads.Select(read => $"{read.Text}{read.Span}")));

    [Theory]
    [InlineData("$states.input.a & $states.context", "input[8..13) context[26..33)")]
    [InlineData("$states", "-[0..7)")]
    [InlineData("$states[0].input", "-[0..7)")]
    [InlineData("$lookup($states, 'input')", "-[8..15)")]
    [InlineData("$states.'result'", "result[8..16)")]
    [InlineData("$states.*", "-[0..7)")]
    [InlineData("($states := 1; $states.input)", "")]
    public void StatesReads_NameTheMember(string text, string reads) =>
        Assert.Equal(reads, string.Join(" ", Usage(text).StatesReads.Select(read => $"{read.Member ?? "-"}{read.Span}")));

    [Fact]
    public void Bindings_NameTheirPlaces() => Assert.Equal(
        "a[1..3) b[16..18) i[26..29) v[34..35)",
        string.Join(" ", Usage("($a := function($b){ 1 }; [c]#$i; d@$v)").Bindings.Select(binding => $"{binding.Name}{binding.Span}")));

    [Fact]
    public void Regexes_AreAllThereAre() => Assert.Equal(
        "a/i b/",
        string.Join(" ", Usage("$match('x', /a/i) & ($f := function(){ $replace('x', /b/, '') }; 1)").Regexes.Select(regex => $"{regex.Pattern}/{regex.Flags}")));

    [Fact]
    public void Usage_OfWhatDoesNotParse_IsEmpty() => Assert.Empty(JsonataParser.Parse("$a +").Usage.References);

    private static JsonataUsage Usage(string text)
    {
        JsonataExpression expression = JsonataParser.Parse(text);
        Assert.Empty(expression.Errors);
        Assert.All(expression.Usage.References, reference => Assert.Equal("$" + reference.Name, text.Substring(reference.Span.Start, reference.Span.Length)));
        return expression.Usage;
    }

    private static string Show(JsonataReference reference) =>
        reference.Name + (reference.Call is null ? "" : "()") + (reference.IsPiped ? "|" : "") + (reference.IsPerhapsLocal ? "?" : "");
}

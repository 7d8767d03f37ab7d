using Compiled.Language.Expressions.Jsonata;
using Compiled.Language.Tests.Binding;

namespace Compiled.Language.Tests.Expressions.Jsonata;

// A fixed seed: a failure names the text, which then becomes a case of its own.
public sealed class JsonataFuzzTests
{
    private const int Rounds = 100_000;

    // Longer texts are nothing new to the parser and cost the time of many short ones.
    private const int LongestSeed = 400;

    private static readonly string[] s_own =
    [
        "Account.Order[0].Product.Price", "a.b[][0].c@$v#$i[x = $v]^(>y, <z){ k: $sum(v) }", "library.books.(title.%.{ 'p': %.%.name })",
        "($f := function($n, $m)<n-n?:n>{ $n > 1 ? $f($n - 1) : ($m; $g($m)) }; $map([1..10], $f(?, 2)))",
        "$x ~> $f(1) ~> |a.b|{'c': $d}, ['e', 'f']|", "λ($a)<a<n>:(sn)>{ -$a ?? 1.5e-3 ?: 'x' & \"\\u0041\\n\" }", "$match($states.input.`a b`, /^a[/]\\/(b|c)+$/im)",
        "/* c */ {'a': [true, false, null], \"b\": {}} /* d */", "a and b or c in d != e <= f >= g % 2 * 3 / 4", "**.*.and.%",
    ];

    private static readonly string[] s_pieces =
    [
        "(", ")", "[", "]", "{", "}", "()", "[]", "{}", ",", ";", ":", ":=", "?", "?:", "??", ".", "..", "@", "#", "@$v", "#$i", "^(", "|", "~>", "~", "!", "!=", "*", "**",
        "%", "/", "//", "/a/", "/*", "*/", "+", "-", "<", ">", "<=", ">=", "=", "&", "$", "$$", "$x", "$states", "$sum(", "function(", "function($x){", "λ($x)<s-:n>{", "<a<n>>",
        "and", "or", "in", "true", "null", "a", "`a b`", "`", "'", "\"", "'x'", "\\", "\\u12", "0", "01", "1e999", "1.5e", "é", "\U0001F600", "\ud800", "\0", " ", "\n", "\u00a0",
    ];

    [Fact]
    public void Parse_DamagedExpressions_EndWithATreeOrErrorsInRange()
    {
        string[] seeds = Seeds();
        var random = new Random(20_240_601);
        for (int round = 0; round < Rounds; round++)
            Check(Damage(random, seeds[random.Next(seeds.Length)]));
    }

    [Fact]
    public void Parse_RandomPieces_EndWithATreeOrErrorsInRange()
    {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++)
            Check(string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => Piece(random))));
    }

    [Fact]
    public void Parse_PiecesRepeated_TakesNoTimeToSpeakOf()
    {
        foreach (string first in s_pieces)
        {
            foreach (string second in s_pieces.Take(30))
                Check(string.Concat(Enumerable.Repeat(first + second, 500)));
        }
    }

    private static string[] Seeds() => SharedFolder.Conformance is null
        ? s_own
        : [.. s_own, .. JsonataSuite.Cases().Select(item => item.Text).Where(text => text.Length <= LongestSeed)];

    private static void Check(string text)
    {
        JsonataExpression expression = JsonataParser.Parse(text);
        Assert.True(expression.Root is null == expression.Errors.Count > 0, text);
        foreach (JsonataSyntaxError error in expression.Errors)
        {
            Assert.True(error.Code.Length == 5 && error.Message.Length > 0, $"{error} in {text}");
            Assert.True(error.Position >= 0 && error.Position <= text.Length, $"{error} in {text}");
            Assert.True(error.Span.Start >= 0 && error.Span.Length >= 0 && error.Span.End <= text.Length, $"{error} {error.Span} in {text}");
        }
        JsonataUsage usage = expression.Usage;
        Assert.All(usage.References, reference => Assert.True(reference.Span.Start >= 0 && reference.Span.End <= text.Length, text));
        Assert.All(usage.ContextReads, read => Assert.True(read.Span.Start >= 0 && read.Span.End <= text.Length, text));
        foreach (JsonataReference reference in usage.References)
        {
            if (reference.Call is CallNode call && JsonataFunctionTable.Find(reference.Name, JsonataDialect.Both) is { } function)
                JsonataArguments.Judge(function, call.Arguments, reference.IsPiped);
        }
    }

    private static string Damage(Random random, string text)
    {
        for (int edit = random.Next(1, 4); edit > 0; edit--)
        {
            int at = random.Next(text.Length + 1);
            int removed = Math.Min(random.Next(0, 3), text.Length - at);
            text = text[..at] + (random.Next(3) == 0 ? "" : Piece(random)) + text[(at + removed)..];
        }
        return text;
    }

    private static string Piece(Random random) => s_pieces[random.Next(s_pieces.Length)];
}

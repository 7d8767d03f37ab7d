using Compiled.Language.Expressions;

namespace Compiled.Language.Tests.Expressions;

// Fixed seeds: a failure names the text, which then becomes a case of its own.
public sealed class ExpressionFuzzTests
{
    private static readonly string[] s_pieces =
    [
        "$", "$$", "@", ".", "..", "[", "]", "(", ")", "?", "*", ",", ":", "-", "0", "1", "99999999999", "'", "\"", "\\", "\\u00e9", "/",
        "a", "name", "length()", ".sum(", "==", "=~", "<", "&&", "||", "!", " in ", " ", "\n", "\0", "\ud800", "${X}", "${", "{", "}", "{}",
        "States.", "States.Format(", "States.Array(", "States.UUID()", "true", "null", "é", "1.5e", "/x/i", "[?(", ")]", "\\'",
    ];

    private static readonly string[] s_paths =
    [
        "$.a['b c'][0][1:2]..x[?(@.n == 'x' && (@.m in [1,2] || !@.k =~ /^a/i))].length()",
        "$.[*].['bucket', \"key\"][1,-1].${X}.concat($.a, 'b')",
    ];

    private static readonly string[] s_calls =
    [
        "States.Format('a {} \\{ \\' {}', $.x['y'], States.MathAdd(1, States.ArrayLength($v[*])))",
        "States.JsonMerge(States.StringToJson('{\"a\": 1}'), $$.Execution.Input, false)",
    ];

    [Fact]
    public void ParsePath_RandomText_EndsWithPathOrErrorInBounds() => Run(1, s_paths, text =>
    {
        PathExpression? path = PathParser.Parse(text, out ExpressionError? error);
        if (path is not null)
        {
            Assert.Equal(path.IsReference, path.CheckReference() is null);
            Assert.NotEmpty(PathText.Of(path));
            Assert.Equal(PathText.Of(path), PathText.Of(PathParser.Parse(path.Text, out _)!));
        }
        return (path, error);
    });

    [Fact]
    public void ParseIntrinsic_RandomText_EndsWithCallOrErrorInBounds() =>
        Run(2, s_calls, text => (IntrinsicParser.Parse(text, out ExpressionError? error), error));

    [Fact]
    public void OtherReaders_RandomText_DoNotThrow()
    {
        var random = new Random(3);
        for (int round = 0; round < 20_000; round++)
        {
            string text = RandomText(random, random.Next(0, 12));
            bool contains = Placeholders.Contains(text);
            Assert.True(contains || !Placeholders.IsOne(text), text);
            Assert.False(Timestamps.TryParse(text, out _), text);
            NearMiss.Find(text, s_pieces);
        }
    }

    private static void Run(int seed, string[] wellFormed, Func<string, (object? Parsed, ExpressionError? Error)> parse)
    {
        Assert.All(wellFormed, text => Assert.Null(parse(text).Error));
        var random = new Random(seed);
        for (int round = 0; round < 30_000; round++)
        {
            string text = round % 2 == 0
                ? (random.Next(2) == 0 ? "$" : "") + RandomText(random, random.Next(0, 15))
                : Damage(random, wellFormed[random.Next(wellFormed.Length)]);
            (object? parsed, ExpressionError? error) = parse(text);
            Assert.True(parsed is null == error is not null, text);
            if (error is null)
                continue;
            Assert.True(error.Start >= 0 && error.Length >= 0 && error.Start + error.Length <= text.Length, $"{error} in {text}");
            Assert.NotEmpty(error.Message);
        }
    }

    private static string Damage(Random random, string text)
    {
        for (int edit = random.Next(1, 4); edit > 0; edit--)
        {
            int at = random.Next(text.Length);
            int removed = Math.Min(random.Next(0, 3), text.Length - at);
            text = text[..at] + RandomText(random, random.Next(0, 2)) + text[(at + removed)..] + "a";
        }
        return text;
    }

    private static string RandomText(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => s_pieces[random.Next(s_pieces.Length)]));
}

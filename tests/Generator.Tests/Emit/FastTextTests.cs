namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Texts that <c>&amp;</c> puts together on a fast path: not before somebody reads them, which is mostly where the output is written. FastRun compares each with what
/// the frames make, as a value and as written bytes. FEATURES L-050..L-078.
/// </summary>
public sealed class FastTextTests
{
    [Theory]
    [InlineData("\"x\"", "\"<x>\"")]
    [InlineData("\"say \\\"hi\\\"\\u0001\\u00e9\\/\"", "\"<say \\\"hi\\\"\\u0001é/>\"")]
    [InlineData("\"größe 🙂\"", "\"<größe 🙂>\"")]
    [InlineData("7", "\"<7>\"")]
    [InlineData("-0", "\"<0>\"")]
    [InlineData("-0.5", "\"<-0.5>\"")]
    [InlineData("149.95", "\"<149.95>\"")]
    [InlineData("1.50", "\"<1.5>\"")]
    [InlineData("100.0", "\"<100>\"")]
    [InlineData("0.0000001", "\"<1e-7>\"")]
    [InlineData("0.000001", "\"<0.000001>\"")]
    [InlineData("1E+2", "\"<100>\"")]
    [InlineData("1e21", "\"<1e+21>\"")]
    [InlineData("0.1234567890123456", "\"<0.123456789012346>\"")]
    [InlineData("123456789012345", "\"<123456789012345>\"")]
    [InlineData("12345678901234567890", "\"<12345678901234567000>\"")]
    [InlineData("true", "\"<true>\"")]
    [InlineData("null", "\"<null>\"")]
    [InlineData("[1,\"a\\\"\",{\"b\":null}]", "\"<[1,\\\"a\\\\\\\"\\\",{\\\"b\\\":null}]>\"")]
    [InlineData("{\"a\":1.50}", "\"<{\\\"a\\\":1.5}>\"")]
    [InlineData("[]", "\"<[]>\"")]
    [InlineData("\"\"", "\"<>\"")]
    // A number that is none of JSONata's, and half a character.
    [InlineData("1e999", "Failed States.QueryEvaluationError")]
    [InlineData("[1e999]", "Failed States.QueryEvaluationError")]
    public async Task Operand_OfEachKind_IsWrittenAsJsonataPrintsIt(string value, string text)
        => Assert.StartsWith(text.StartsWith('F') ? text : "{\"t\":" + text, (await Run("\"A\":{\"Type\":\"Pass\",\"Output\":{\"t\":\"{% '<' & $states.input.v & '>' %}\"},\"End\":true}", $"{{\"v\":{value}}}")).End, StringComparison.Ordinal);

    // Halves of a character are none each, wherever they come to stand.
    [Theory]
    [InlineData("\"\\ud83d\"", "\"\\ude42\"", "��")]
    [InlineData("\"a\\ud83d\"", "\"b\"", "a�b")]
    [InlineData("\"a\\ud83db\"", "\"\"", "a�b")]
    public async Task Operands_ThatAreHalvesOfACharacter_AreReplaced(string left, string right, string text)
        => Assert.Equal($"{{\"t\":\"{text}\"}}", (await Run("\"A\":{\"Type\":\"Pass\",\"Output\":{\"t\":\"{% $states.input.l & $states.input.r %}\"},\"End\":true}", $"{{\"l\":{left},\"r\":{right}}}")).End);

    [Theory]
    [InlineData("$states.input.none & $states.input.s", "x")]
    [InlineData("$states.input.none & $states.input.none", "")]
    [InlineData("($states.input.s & '-') & ($states.input.s & ($states.input.n))", "x-x4")]
    [InlineData("$states.input.items.s & '!'", "[\\\"a\\\",\\\"b\\\"]!")]
    [InlineData("$states.input.items[n > 1].s & '!'", "b!")]
    [InlineData("$states.input.n + 1 & '-' & $uppercase($states.input.s) & '-' & $sum($states.input.items.n)", "5-X-3")]
    [InlineData("'a' & ($states.input.n > 3 ? ' (' & $states.input.n & ')' : '')", "a (4)")]
    [InlineData("'a' & ($states.input.n > 4 ? ' (' & $states.input.n & ')' : '')", "a")]
    [InlineData("'a' & ($states.input.n > 4 ? 'b') & 'c'", "ac")]
    [InlineData("'a' & ($states.input.none ? 'b' : $states.input.s & 'd') & 'c'", "axdc")]
    [InlineData("'a' & ($states.input.n > 3 ? $uppercase($states.input.s) : $states.input.n / 0) & 'c'", "aXc")]
    [InlineData("$states.input.n > 3 ? 'big ' & $states.input.n : 'small'", "big 4")]
    [InlineData("$states.input.n > 4 ? 'big ' & $states.input.n : 'small'", "small")]
    [InlineData("'\\\"q\\\"' & 5 & true & null & 1e21 & [1] & {'a': 2}", "\\\"q\\\"5truenull1e+21[1]{\\\"a\\\":2}")]
    [InlineData("($s := 'in'; $s & $states.input.s)", "inx")]
    [InlineData("'f' & function($x) { $x } & $sum", "f")]
    [InlineData("('a' & $states.input.s)[0] & 'b'", "axb")]
    public async Task Text_OfManyParts_IsWhatTheFramesMake(string expression, string text)
        => Assert.Equal(new FastRun($"{{\"t\":\"{text}\"}}", "", ""), await Run(
            $"\"A\":{{\"Type\":\"Pass\",\"Output\":{{\"t\":\"{{% {expression.Replace("\\\"", "\\\\\\\"", StringComparison.Ordinal)} %}}\"}},\"End\":true}}",
            "{\"s\":\"x\",\"n\":4,\"items\":[{\"n\":1,\"s\":\"a\"},{\"n\":2,\"s\":\"b\"}]}"));

    // JSONata prints 15 digits; alone a number has all it needs.
    [Theory]
    [InlineData("0.1 + 0.2", "0.3", "0.30000000000000004")]
    [InlineData("134.95", "134.95", "134.95")]
    [InlineData("-1 / 3", "-0.333333333333333", "-0.3333333333333333")]
    [InlineData("1e-7 * 1", "1e-7", "1e-7")]
    public async Task Number_InsideATextAndAlone_IsWrittenAsEach(string expression, string printed, string alone)
        => Assert.Equal(new FastRun($"{{\"t\":\"<{printed}>\",\"v\":{alone}}}", "", ""), await Run(
            $"\"A\":{{\"Type\":\"Pass\",\"Assign\":{{\"v\":\"{{% {expression} %}}\"}},\"Next\":\"B\"}},\"B\":{{\"Type\":\"Pass\",\"Output\":{{\"t\":\"{{% '<' & $v & '>' %}}\",\"v\":\"{{% $v %}}\"}},\"End\":true}}", "{}"));

    [Theory]
    [InlineData("'a' & ($states.input.n / 0)")]
    [InlineData("'a' & $states.input.s + 1 & 'b'")]
    [InlineData("'a' & ($states.input.s > 1 ? 'b' : 'c')")]
    public async Task Operand_ThatFails_FailsTheState(string expression)
        => Assert.StartsWith("Failed States.QueryEvaluationError", (await Run($"\"A\":{{\"Type\":\"Pass\",\"Output\":{{\"t\":\"{{% {expression} %}}\"}},\"End\":true}}", "{\"s\":\"x\",\"n\":4}")).End, StringComparison.Ordinal);

    // Later fields read it as any text, also where ways meet, and a task is given it.
    [Theory]
    [InlineData("{\"k\":1}", "{\"l\":4,\"m\":{\"t\":\"one-1\"},\"u\":\"<one-1>\",\"r\":\"one-1!\"}")]
    [InlineData("{\"k\":2}", "{\"l\":4,\"m\":{\"t\":\"two2\"},\"u\":\"<two2>\",\"r\":\"two2!\"}")]
    public async Task Text_ThatIsReadLater_IsThere(string input, string end)
        => Assert.Equal(new FastRun(end.Replace("\"l\":4", input.Contains('1', StringComparison.Ordinal) ? "\"l\":5" : "\"l\":4", StringComparison.Ordinal), "T", ""), await Run("""
            "A":{"Type":"Choice","Choices":[{"Condition":"{% 'k' & $states.input.k = 'k1' %}","Assign":{"t":"{% 'one-' & $states.input.k %}"},"Next":"T"}],"Assign":{"t":"{% 'two' & $states.input.k %}"},"Default":"T"},
            "T":{«Task»,"Arguments":{"t":"{% $t & '!' %}"},"Assign":{"m":{"t":"{% $t & '' %}"},"t":"{% '<' & $t & '>' %}","r":"{% $states.result.t %}"},"Output":{"l":"{% $length($t) %}"},"Next":"D"},
            "D":{"Type":"Pass","Output":{"l":"{% $states.input.l %}","m":"{% $m %}","u":"{% $t %}","r":"{% $r %}"},"End":true}
            """, input));

    // What a text is made of is what it was where the text was: a variable that is set anew doesn't change it, nor does leaving the path.
    [Fact]
    public async Task Text_OfAVariableThatIsSetAnew_StaysAsItWas()
        => Assert.Equal(new FastRun("{\"t\":\"v1\",\"u\":\"v2v1\",\"f\":\"big 1\"}", "T", "E"), await Run("""
            "A":{"Type":"Choice","Choices":[{"Condition":"{% $states.input.k = 1 %}","Assign":{"v":"{% $states.input.k %}"},"Next":"B"}],"Assign":{"v":"none"},"Default":"B"},
            "B":{"Type":"Pass","Assign":{"t":"{% 'v' & $v %}","f":"{% $v > 0 ? 'big ' & $v : 'small ' & $v %}"},"Next":"C"},
            "C":{"Type":"Pass","Assign":{"v":"{% $v + 1 %}"},"Next":"T"},
            "T":{«Task»,"Arguments":{"a":1},"Next":"K"},
            "K":{"Type":"Choice","Choices":[{"Condition":"{% $v = 7 %}","Next":"S"}],"Default":"W"},
            "S":{"Type":"Succeed"},
            "W":{"Type":"Wait","Seconds":1,"Next":"E"},
            "E":{«Task»,"Arguments":{"t":"{% $t %}"},"Output":{"t":"{% $t %}","u":"{% 'v' & $v & $t %}","f":"{% $f %}"},"End":true}
            """, "{\"k\":1}"));

    [Fact]
    public async Task Text_ThatIsTooLarge_FailsAsItDoesInFrames()
        => Assert.StartsWith("Failed States.DataLimitExceeded", (await Run(
            "\"A\":{\"Type\":\"Pass\",\"Output\":{\"t\":\"{% $states.input.s & $states.input.s & $states.input.s %}\"},\"End\":true}", $"{{\"s\":\"{new string('x', 100_000)}\"}}")).End, StringComparison.Ordinal);

    private static Task<FastRun> Run(string states, string input) => FastRun.Of(states, input, isJsonata: true);
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using Compiled.Compilation;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// Executions from bytes to bytes: what is written is what the other call gives, byte for byte. Under a test's own synchronization context no path is taken, so
/// that they run elsewhere.
/// </summary>
public sealed class WrittenOutputTests
{
    // FastRun compares the written bytes with the value's text.
    [Theory]
    [InlineData("{\"n\":1.50,\"s\":\"x\"}", "{\"a\":1.50,\"in\":{\"s\":\"x\",\"c\":\"\\n\\u00e9é\\ud83d\\ude00\",\"d\":-0.0,\"e\":{\"f\":[1e2]}},\"t\":true,\"z\":null,\"o\":{},\"l\":[]}")]
    [InlineData("{ \"s\" : \"\\u0041\\/\\t\" , \"n\" : [ 1E+2 , { \"k\\u0061\" : \"ü\" } ] }", "{\"a\":[1E+2,{\"ka\":\"ü\"}],\"in\":{\"s\":\"\\u0041\\/\\t\",\"c\":\"\\n\\u00e9é\\ud83d\\ude00\",\"d\":-0.0,\"e\":{\"f\":[1e2]}},\"t\":true,\"z\":null,\"o\":{},\"l\":[]}")]
    public async Task Members_OfEachKind_AreWrittenAsTheyAre(string input, string output)
    {
        const string States = """
            "A":{"Type":"Pass","Parameters":{"a.$":"$.n","in":{"s.$":"$.s","c":"\n\u00e9é\ud83d\ude00","d":-0.0,"e":{"f":[1e2]}},"t":true,"z":null,"o":{},"l":[]},"End":true}
            """;

        FastRun run = await FastRun.Of(States, input);

        Assert.Equal(JsonValue.Parse(output), JsonValue.Parse(run.End));
        Assert.Equal(("", ""), (run.FastCalls, run.FrameCalls));
    }

    // The input as it came, and behind it what was set in it; where it has the name, in the name's place.
    [Theory]
    [InlineData("{}", "{\"r\":{\"k\":1},\"x\":\"y\"}")]
    [InlineData("{ \"a\" : [ 1.50 , \"\\u0041\" ] }", "{\"a\":[1.50,\"\\u0041\"],\"r\":{\"k\":1},\"x\":\"y\"}")]
    [InlineData("{\"r\":2,\"a\":{\"r\":3}}", "{\"r\":{\"k\":1},\"a\":{\"r\":3},\"x\":\"y\"}")]
    [InlineData("{\"a\":1,\"\\u0078\":2,\"a\":3}", "{\"a\":3,\"x\":\"y\",\"r\":{\"k\":1}}")]
    [InlineData("[1]", "Failed States.ResultPathMatchFailure")]
    public async Task Members_SetInTheInput_AreWrittenBehindIt(string input, string output)
    {
        const string States = """
            "A":{«Task»,"ResultPath":"$.r","Next":"B"},
            "B":{"Type":"Pass","Result":"y","ResultPath":"$.x","End":true}
            """;

        FastRun run = await FastRun.Of(States, input, (_, _) => new(JsonValue.Object(new Compiled.Values.JsonProperty(Key.Of("k"), 1))));

        Assert.StartsWith(output, run.End, StringComparison.Ordinal);
        Assert.Equal(("A", ""), (run.FastCalls, run.FrameCalls));
    }

    // What of a number was written inside a text is copied where it stands alone; nothing else is the same in both. FEATURES L-408.
    [Theory]
    [MemberData(nameof(Replies))]
    public async Task Reply_InsideATextAndAlone_IsWrittenAsEach(JsonValue reply, string formatted, string alone)
    {
        const string States = """
            "A":{«Task»,"ResultSelector":{"v.$":"$.v"},"Next":"B"},
            "B":{"Type":"Pass","Parameters":{"t.$":"States.Format('<{}> {}', $.v, $.v)","a.$":"$.v","b.$":"$.v"},"End":true}
            """;

        FastRun run = await FastRun.Of(States, "{}", (_, _) => new(JsonValue.Object(new Compiled.Values.JsonProperty(Key.Of("v"), reply))));

        Assert.Equal(new FastRun($"{{\"t\":\"<{formatted}> {formatted}\",\"a\":{alone},\"b\":{alone}}}", "A", ""), run);
    }

    public static TheoryData<JsonValue, string, string> Replies => new()
    {
        { JsonValue.Number(134.95), "134.95", "134.95" },
        { JsonValue.Number(-0.0), "-0", "-0" },
        { JsonValue.Number(0.1 + 0.2), "0.30000000000000004", "0.30000000000000004" },
        { JsonValue.Number(1e21), "1e+21", "1e+21" },
        { JsonValue.Number(long.MinValue), "-9223372036854775808", "-9223372036854775808" },
        { JsonValue.Number(7L), "7", "7" },
        { JsonValue.True, "true", "true" },
        { JsonValue.String("12"), "12", "\"12\"" },
        { JsonValue.Parse("1.50"u8), "1.50", "1.50" },
    };

    [Theory]
    [InlineData("quoted \\\"name\\\" \\\\ \\u0001")]
    [InlineData("ünï 😀")]
    [InlineData("half \\ud800")]
    public async Task Names_OfAnyCharacters_AreWrittenAsTheOtherCallDoes(string name)
        => Assert.EndsWith(":\"v\"}", (await FastRun.Of($"\"A\":{{\"Type\":\"Pass\",\"Parameters\":{{\"{name}.$\":\"$.v\"}},\"End\":true}}", "{\"v\":\"v\"}")).End, StringComparison.Ordinal);

    [Fact]
    public async Task Results_ThatHandlersBuilt_AreWritten()
    {
        FastRun run = await FastRun.Of(
            "\"A\":{«Task»,\"ResultSelector\":{\"r.$\":\"$\",\"x\":1},\"End\":true}", "{}",
            (_, _) => new(JsonValue.Object(new(Key.Of("d"), 0.1 + 0.2), new(Key.Of("s"), "a\"\u0007\u2028é"), new(Key.Of("l"), JsonValue.Array(1, 1e300, -5L, true)))));

        Assert.Equal(new FastRun("{\"r\":{\"d\":0.30000000000000004,\"s\":\"a\\\"\\u0007\u2028é\",\"l\":[1,1e+300,-5,true]},\"x\":1}", "A", ""), run);
    }

    [Theory]
    [InlineData("\"x\"", "1.50", "x1.50|x")]
    [InlineData("\"a\\u0041\\n\\/\\\"\"", "true", "aA\\n/\\\"true|aA\\n/\\\"")]
    [InlineData("{\"k\":[1,\"v\\t\",{}],\"l\":null}", "null", "{k=[1, v\\t, {}], l=null}null|{k=[1, v\\t, {}], l=null}")]
    [InlineData("\"\\ud83d\"", "\"\\ude00\"", "\ufffd\ufffd|\ufffd")]
    [InlineData("\"ü\"", "-0", "ü-0|ü")]
    public async Task Format_ThatOnlyTheOutputNeeds_IsPutTogetherThere(string a, string b, string text)
    {
        const string States = """
            "A":{"Type":"Pass","Parameters":{"f.$":"States.Format('{}{}|{}', $.a, $.b, $.a)","n":1},"ResultPath":"$.in","OutputPath":"$.in","End":true}
            """;

        Assert.Equal(new FastRun($"{{\"f\":\"{text}\",\"n\":1}}", "", ""), await FastRun.Of(States, $"{{\"a\":{a},\"b\":{b}}}"));
    }

    // Halves of a character that a handler gave in two texts are one where they meet.
    [Fact]
    public async Task Format_OfHalvesOfACharacter_JoinsThem()
    {
        FastRun run = await FastRun.Of(
            "\"A\":{«Task»,\"ResultSelector\":{\"f.$\":\"States.Format('{}{}', $.a, $.b)\"},\"End\":true}", "{}",
            (_, _) => new(JsonValue.Object(new(Key.Of("a"), "<\ud83d"), new(Key.Of("b"), "\ude00>"))));

        Assert.Equal("{\"f\":\"<\ud83d\ude00>\"}", run.End);
    }

    [Fact]
    public async Task Format_ThatATaskIsGivenToo_IsMadeOnce()
    {
        const string States = """
            "A":{"Type":"Pass","Parameters":{"f.$":"States.Format('{}', $.a)","g.$":"States.Format('<{}>', $.a)","h.$":"States.Format('({})', States.Format('-{}-', $.a))"},"Next":"B"},
            "B":{«Task»,"Parameters":{"t.$":"$.g"},"ResultPath":"$.r","Next":"C"},
            "C":{"Type":"Choice","Choices":[{"Variable":"$.h","StringEquals":"(-1-)","Next":"D"}],"Default":"E"},
            "D":{"Type":"Pass","Parameters":{"all.$":"$","f.$":"$.f","g.$":"$.g","h.$":"$.h"},"End":true},
            "E":{"Type":"Fail"}
            """;

        FastRun run = await FastRun.Of(States, "{\"a\":1}");

        Assert.Equal(new FastRun("{\"all\":{\"f\":\"1\",\"g\":\"<1>\",\"h\":\"(-1-)\",\"r\":{\"t\":\"<1>\"}},\"f\":\"1\",\"g\":\"<1>\",\"h\":\"(-1-)\"}", "B", ""), run);
    }

    // The frames, which go on after the task, get the text that the path had not made yet.
    [Fact]
    public async Task Format_OfAPathThatIsLeft_IsMadeForTheFrames()
    {
        const string States = """
            "A":{"Type":"Pass","Parameters":{"f.$":"States.Format('<{}>', $.a)","k.$":"$.a"},"Next":"B"},
            "B":{«Task»,"ResultPath":null,"Parameters":{},"Next":"C"},
            "C":{"Type":"Choice","Choices":[{"Variable":"$.k","NumericEquals":1,"Next":"D"}],"Default":"F"},
            "D":{"Type":"Wait","Seconds":1,"Next":"E"},
            "E":{«Task»,"End":true},
            "F":{"Type":"Succeed"}
            """;

        Assert.Equal(new FastRun("{\"f\":\"<1>\",\"k\":1}", "B", "E"), await FastRun.Of(States, "{\"a\":1}"));
        Assert.Equal(new FastRun("{\"f\":\"<2>\",\"k\":2}", "B", ""), await FastRun.Of(States, "{\"a\":2}"));
    }

    [Fact]
    public async Task Output_OfAMachineWithoutPath_IsWritten()
    {
        Workflow workflow = Create("\"A\":{\"Type\":\"Wait\",\"Seconds\":0,\"Next\":\"B\"},\"B\":{\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.y\"},\"End\":true}", hasFastPath: false);

        Assert.Equal("before {\"x\":[1.0]}", await WriteAsync(workflow, "{\"y\":[1.0]}"));
    }

    [Fact]
    public async Task Output_IntoABufferOfOurs_IsAppended()
    {
        Workflow workflow = Create("\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.y\"},\"End\":true}");
        JsonBuffer buffer = new();

        await Task.Run(async () =>
        {
            await workflow.RunAsync("{\"y\":1}"u8.ToArray(), buffer);
            await workflow.RunAsync("{\"y\":2}"u8.ToArray(), buffer);
        });

        Assert.Equal("{\"x\":1}{\"x\":2}", Encoding.UTF8.GetString(buffer.Written));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Failure_OfAnExecution_ThrowsAndWritesNothing(bool hasFastPath)
    {
        Workflow workflow = Create("\"A\":{\"Type\":\"Fail\",\"Error\":\"E\",\"Cause\":\"because\"}", hasFastPath);
        ArrayBufferWriter<byte> output = new();

        WorkflowFailedException failed = await Assert.ThrowsAsync<WorkflowFailedException>(() => Task.Run(async () => await workflow.RunAsync("{}"u8.ToArray(), output)));

        Assert.Equal((ExecutionStatus.Failed, "E", "because", 0), (failed.Status, failed.Error, failed.Cause, output.WrittenCount));
    }

    [Fact]
    public async Task Input_ThatIsNoJson_IsRefusedAsByTheOtherCall()
    {
        Workflow workflow = Create("\"A\":{\"Type\":\"Pass\",\"Parameters\":{\"x.$\":\"$.y\"},\"End\":true}");
        byte[] input = "{\"y\":1,}"u8.ToArray();

        JsonException written = await Assert.ThrowsAnyAsync<JsonException>(() => Task.Run(async () => await workflow.RunAsync(input, new ArrayBufferWriter<byte>())));
        JsonException executed = await Assert.ThrowsAnyAsync<JsonException>(() => Task.Run(async () => await workflow.ExecuteAsync(input)));

        Assert.Equal(executed.Message, written.Message);
    }

    [Fact]
    public async Task Token_ThatIsCancelled_ThrowsItsException()
    {
        Workflow workflow = Create("\"A\":{\"Type\":\"Wait\",\"Seconds\":60,\"End\":true}", hasFastPath: false);
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await workflow.RunAsync("{}"u8.ToArray(), new ArrayBufferWriter<byte>(), null, source.Token));
    }

    private static Workflow Create(string states, bool hasFastPath = true)
    {
        CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource("{\"StartAt\":\"A\",\"States\":{" + states + "}}", "test") { HasFastPath = hasFastPath });
        Assert.True(compiled.IsRunnable, string.Join('\n', compiled.Faults) + string.Join('\n', compiled.Messages));
        return compiled.Create(null);
    }

    private static Task<string> WriteAsync(Workflow workflow, string input) =>
        Task.Run(async () =>
        {
            ArrayBufferWriter<byte> output = new();
            output.Write("before "u8);
            await workflow.RunAsync(Encoding.UTF8.GetBytes(input), output);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        });
}

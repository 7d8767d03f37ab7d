using System.Buffers;
using System.Text;
using Compiled.Compilation;
using Compiled.Values;

namespace Compiled.Generator.Tests.Emit;

/// <summary>
/// The caller's bytes are needed no longer than until the call has returned: what a handler is given, what the frames go on with where a fast path is left, and what is given back stay
/// as they are, whoever keeps them and whatever runs meanwhile.
/// </summary>
public sealed class InputLifetimeTests
{
    private const string Definition = """
        {"StartAt":"A","States":{
          "A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f",
            "Parameters":{"id.$":"$.in.id","list.$":"$.in.list","all.$":"$.in.list[*].n","c":{"k.$":"$.in.k","n":1.0}},"ResultPath":"$.r","Next":"B"},
          "B":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","InputPath":"$.in.list","ResultSelector":{"s.$":"$"},"ResultPath":"$.q","Next":"C"},
          "C":{"Type":"Pass","Parameters":{"id.$":"$.in.id","k.$":"$.in.k","r.$":"$.r","q.$":"$.q.s"},"End":true}}}
        """;

    private static readonly CompiledDefinition s_compiled = DefinitionCompiler.Compile(new DefinitionSource(Definition, "test") { HasFastPath = true });

    // Texts that are not short are read into memory that the next execution uses again.
    private static readonly string s_long = new('-', 300);

    private static string Input(int i) => $$$$"""{"x":["{{{{(i % 2 == 1 ? s_long : "")}}}}",{{{{i}}}}],"in":{"id":"id-{{{{i}}}}","list":[{"n":{{{{i}}}}},{"n":"\u0041{{{{i}}}}"}],"k":{"v":[{{{{i}}}}.50]}}}""";

    private static string First(int i) => $$$$"""{"id":"id-{{{{i}}}}","list":[{"n":{{{{i}}}}},{"n":"\u0041{{{{i}}}}"}],"all":[{{{{i}}}},"\u0041{{{{i}}}}"],"c":{"k":{"v":[{{{{i}}}}.50]},"n":1.0}}""";

    private static string Second(int i) => $$$$"""[{"n":{{{{i}}}}},{"n":"\u0041{{{{i}}}}"}]""";

    private static string Output(int i, string first, string second) => $$$$"""{"id":"id-{{{{i}}}}","k":{"v":[{{{{i}}}}.50]},"r":{{{{first}}}},"q":{{{{second}}}}}""";

    [Fact]
    public void Definition_IsReadInParts() => Assert.Contains("IsBorrowed", s_compiled.Code, StringComparison.Ordinal);

    [Fact]
    public async Task Arguments_ThatHandlersKeep_StayWhenTheCallersBytesAreUsedAgain()
    {
        var kept = new List<JsonValue>();
        var outputs = new List<string>();
        var echo = new Handler(arguments =>
        {
            kept.Add(arguments);
            return new(arguments);
        });
        await Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
                outputs.Add(await RunAsync(echo, i));
        });

        Assert.Equal(Enumerable.Range(0, 20).Select(i => Output(i, First(i), Second(i))), outputs);
        Assert.Equal(Enumerable.Range(0, 20).SelectMany(i => new[] { First(i), Second(i) }), kept.Select(value => value.ToString()));
        Assert.Equal(Enumerable.Range(0, 20).SelectMany(i => new[] { JsonValue.Parse(First(i)), JsonValue.Parse(Second(i)) }), kept);
        Assert.Equal(19, kept[38][Key.Of("list")][0][Key.Of("n")].AsDouble());
    }

    [Fact]
    public async Task Parts_ThatTwoTasksAreGiven_AreCopiedForTheFirstThatIsCalled()
    {
        CompiledDefinition compiled = DefinitionCompiler.Compile(new DefinitionSource("""
            {"StartAt":"Which","States":{
              "Which":{"Type":"Choice","Choices":[{"Variable":"$.in.id","StringMatches":"*0","Next":"B"}],"Default":"A"},
              "A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Parameters":{"list.$":"$.in.list","id.$":"$.in.id","again.$":"$.in.id"},"ResultPath":null,"Next":"B"},
              "B":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","Parameters":{"id.$":"$.in.id","n.$":"$.in.list[*].n","c":[1,{"l.$":"$.in.list"}]},"ResultPath":"$.q","Next":"C"},
              "C":{"Type":"Pass","Parameters":{"id.$":"$.in.id","q.$":"$.q"},"End":true}}}
            """, "test") { HasFastPath = true });
        var kept = new List<JsonValue>();
        var outputs = new List<string>();
        Workflow workflow = compiled.Create(new Handler(arguments =>
        {
            kept.Add(arguments);
            return new(arguments);
        }));
        await Task.Run(async () =>
        {
            for (int i = 0; i < 30; i++)
            {
                var output = new ArrayBufferWriter<byte>();
                await workflow.RunAsync(Encoding.UTF8.GetBytes(Input(i)), output);
                outputs.Add(Encoding.UTF8.GetString(output.WrittenSpan));
            }
        });

        Assert.Contains("input_in_list = FastPath.Given(", compiled.Code, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $$"""{"id":"id-{{i}}","q":{{B(i)}}}"""), outputs);
        Assert.Equal(Enumerable.Range(0, 30).SelectMany(i => i % 10 == 0 ? new[] { B(i) } : [A(i), B(i)]), kept.Select(value => value.ToString()));
        Assert.Equal(Enumerable.Range(0, 30).SelectMany(i => i % 10 == 0 ? new[] { JsonValue.Parse(B(i)) } : [JsonValue.Parse(A(i)), JsonValue.Parse(B(i))]), kept);

        static string A(int i) => $$"""{"list":{{Second(i)}},"id":"id-{{i}}","again":"id-{{i}}"}""";

        static string B(int i) => $$$"""{"id":"id-{{{i}}}","n":[{{{i}}},"\u0041{{{i}}}"],"c":[1,{"l":{{{Second(i)}}}}]}""";
    }

    [Fact]
    public async Task Handlers_ThatRunOtherExecutionsMeanwhile_FindTheirArgumentsAsTheyWere()
    {
        var inner = new Handler(arguments => new(arguments));
        var outer = new Handler(async arguments =>
        {
            for (int i = 100; i < 110; i++)
                Assert.Equal(Output(i, First(i), Second(i)), await RunAsync(inner, i));
            return arguments;
        });
        string output = await Task.Run(async () => await RunAsync(outer, 1));

        Assert.Equal(Output(1, First(1), Second(1)), output);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Path_ThatIsLeftAtACallThatWaits_GoesOnWithItsOwnData(int waiting)
    {
        int calls = 0;
        var gate = new TaskCompletionSource();
        var slow = new Handler(async arguments =>
        {
            if (calls++ == waiting)
                await gate.Task.ConfigureAwait(false);
            return arguments;
        });
        string output = await Task.Run(async () =>
        {
            Task<string> running = RunAsync(slow, 1).AsTask();
            // Others run while the first execution waits.
            for (int i = 50; i < 60; i++)
                Assert.Equal(Output(i, First(i), Second(i)), await RunAsync(new Handler(arguments => new(arguments)), i));
            gate.SetResult();
            return await running;
        });

        Assert.Equal(Output(1, First(1), Second(1)), output);
    }

    [Fact]
    public async Task Executions_OfOneWorkflow_AreRightWhetherOrNotTheOneBeforeHadToWait()
    {
        TaskCompletionSource gate = new();
        bool waits = false;
        Workflow workflow = s_compiled.Create(new Handler(async arguments =>
        {
            if (waits)
                await gate.Task.ConfigureAwait(false);
            return arguments;
        }));
        await Task.Run(async () =>
        {
            for (int i = 0; i < 30; i++)
            {
                waits = i % 3 == 0;
                gate = new TaskCompletionSource();
                var output = new ArrayBufferWriter<byte>();
                ValueTask running = workflow.RunAsync(Encoding.UTF8.GetBytes(Input(i)), output);
                Assert.Equal(!waits, running.IsCompleted);
                gate.SetResult();
                await running;
                Assert.Equal(Output(i, First(i), Second(i)), Encoding.UTF8.GetString(output.WrittenSpan));
            }
        });
    }

    [Fact]
    public async Task Executions_AfterOneWhoseHandlerOrWriterThrew_AreRight()
    {
        await Task.Run(async () =>
        {
            for (int i = 0; i < 5; i++)
            {
                await Assert.ThrowsAsync<WorkflowFailedException>(() => RunAsync(new Handler(_ => throw new InvalidOperationException("no")), i).AsTask());
                await Assert.ThrowsAsync<InvalidOperationException>(() => s_compiled.Create(new Handler(arguments => new(arguments)))
                    .RunAsync(Encoding.UTF8.GetBytes(Input(i)), new ThrowingWriter()).AsTask());
                Assert.Equal(Output(i, First(i), Second(i)), await RunAsync(new Handler(arguments => new(arguments)), i));
            }
        });
    }

    [Fact]
    public async Task Outputs_ThatAreGivenAsValues_StayWhenTheCallersBytesAreUsedAgain()
    {
        var outputs = new List<JsonValue>();
        await Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
            {
                byte[] input = Encoding.UTF8.GetBytes(Input(i));
                outputs.Add((await s_compiled.Create(new Handler(arguments => new(arguments))).ExecuteAsync(input)).Output);
                Array.Fill(input, (byte)'!');
                await RunAsync(new Handler(arguments => new(arguments)), i + 1000);
            }
        });

        Assert.Equal(Enumerable.Range(0, 20).Select(i => Output(i, First(i), Second(i))), outputs.Select(value => value.ToString()));
    }

    // The caller's bytes are overwritten once the execution has given its task back.
    private static async ValueTask<string> RunAsync(Handler handler, int i)
    {
        byte[] input = Encoding.UTF8.GetBytes(Input(i));
        var output = new ArrayBufferWriter<byte>();
        ValueTask running = s_compiled.Create(handler).RunAsync(input, output);
        Array.Fill(input, (byte)'!');
        await running.ConfigureAwait(false);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private sealed class Handler(Func<JsonValue, ValueTask<JsonValue>> task) : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken) => task(input);
    }

    private sealed class ThrowingWriter : IBufferWriter<byte>
    {
        public void Advance(int count) => throw new InvalidOperationException("full");

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new InvalidOperationException("full");

        public Span<byte> GetSpan(int sizeHint = 0) => throw new InvalidOperationException("full");
    }
}

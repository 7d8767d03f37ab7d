using Compiled.Tasks;
using Compiled.Tests.Execution;
using Compiled.Values;

namespace Compiled.Tests.Tasks;

/// <summary>Which handler a task goes to, and what functions behind lambda:invoke see and give.</summary>
public class RegistryTests
{
    private const string Invoke = "arn:aws:states:::lambda:invoke";

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:1:function:f")]
    [InlineData("arn:aws:lambda:us-east-1:1:function:f:3", "arn:aws:lambda:us-east-1:1:function:f:3")]
    [InlineData("f", "arn:aws:lambda:us-east-1:1:function:f:3")]
    [InlineData("f:3", "arn:aws:lambda:us-east-1:1:function:f:3")]
    [InlineData("arn:aws:lambda:us-east-1:1:function:f", "arn:aws:lambda:us-east-1:1:function:f:3")]
    [InlineData("arn:aws:lambda:*")]
    [InlineData("T")]
    [InlineData("sendMessage", "arn:aws:states:::sqs:sendMessage")]
    [InlineData("arn:aws:states:::sqs:*", "arn:aws:states:::sqs:sendMessage")]
    public async Task Handler_RegisteredByAnyName_IsFound(string registered, string resource = "arn:aws:lambda:us-east-1:1:function:f")
    {
        ExecutionResult result = await new Script(new ScriptState("T", StateType.Task) { Resource = resource }).On(registered, _ => "found").ExecuteAsync("{}");
        Assert.Equal("found", result.EnsureSucceeded().AsString());
    }

    [Fact]
    public async Task Prefix_ThatIsLonger_Wins()
    {
        Script script = new Script(new ScriptState("T", StateType.Task) { Resource = "arn:aws:states:::aws-sdk:s3:getObject" })
            .On("arn:aws:states:::*", _ => "short").On("arn:aws:states:::aws-sdk:s3:*", _ => "long").On("arn:aws:states:::aws-sdk:*", _ => "middle");
        Assert.Equal("long", (await script.ExecuteAsync("{}")).EnsureSucceeded().AsString());
    }

    [Theory]
    [InlineData("""{"FunctionName":"f","Payload":{"a":1}}""", """{"a":1}""")]
    [InlineData("""{"FunctionName":"f","Payload":"{\"a\":1}"}""", """{"a":1}""")]
    [InlineData("""{"FunctionName":"f","Payload":"text"}""", "\"text\"")]
    [InlineData("""{"FunctionName":"f","Payload":null}""", "{}")]
    [InlineData("""{"FunctionName":"arn:aws:lambda:us-east-1:1:function:f","Qualifier":"3"}""", "{}")]
    public async Task Function_ThroughInvoke_SeesThePayloadAndIsWrapped(string parameters, string seen)
    {
        // T-021, T-022.
        ExecutionResult result = await new Script(new ScriptState("T", StateType.Task) { Resource = Invoke }).On("f", input => input).ExecuteAsync(parameters);
        JsonValue output = result.EnsureSucceeded();
        Assert.Equal((seen, "$LATEST", 200), (output.Get("Payload").ToString(), output.Get("ExecutedVersion").AsString(), output.Get("StatusCode").AsDouble()));
        Assert.Equal(36, output.Get("SdkResponseMetadata").Get("RequestId").AsString().Length);
        Assert.Equal(200, output.Get("SdkHttpMetadata").Get("HttpStatusCode").AsDouble());
    }

    [Fact]
    public async Task Handler_OfInvokeItself_GetsTheParameters()
    {
        ExecutionResult result = await new Script(new ScriptState("T", StateType.Task) { Resource = Invoke }).On(Invoke, input => input).ExecuteAsync("""{"FunctionName":"g"}""");
        Assert.Equal("""{"FunctionName":"g"}""", result.Output.ToString());
    }

    [Fact]
    public async Task Function_ThatThrows_FailsAsItself()
    {
        Script script = new Script(new ScriptState("T", StateType.Task) { Resource = Invoke }).On("f", async (_, _, _) =>
        {
            await Task.Yield();
            throw new ArgumentException("no");
        });
        Assert.Equal("ArgumentException", (await script.ExecuteAsync("""{"FunctionName":"f"}""")).Error);
    }

    [Fact]
    public async Task Event_WithoutResult_IsAccepted()
    {
        // T-023.
        ExecutionResult result = await new Script(new ScriptState("T", StateType.Task) { Resource = Invoke }).On("f", input => input)
            .ExecuteAsync("""{"FunctionName":"f","InvocationType":"Event"}""");
        Assert.Equal((202, true), (result.Output.Get("StatusCode").AsDouble(), result.Output.Get("Payload").IsMissing));
    }

    [Fact]
    public async Task Handlers_OfTheOptions_ComeAfterTheWorkflows()
    {
        TaskHandlerRegistry others = new TaskHandlerRegistry().Add("T", _ => "options").Add("U", _ => "options");
        Script script = new Script(
            new("T", StateType.Task) { Resource = "arn:aws:lambda:us-east-1:1:function:f", Next = "U" }, new("U", StateType.Task) { Resource = "arn:aws:lambda:us-east-1:1:function:f" })
            .On("T", _ => "workflow");
        InMemoryNames names = new();
        ExecutionResult result = await script.ExecuteAsync("{}", new ExecutionOptions { TaskHandlers = others, RecordHistory = true });
        Assert.Equal(["\"workflow\"", "\"options\""], names.Of(result));
    }

    private sealed class InMemoryNames
    {
        public string[] Of(ExecutionResult result)
            => [.. result.History!.Where(e => e.Type == Compiled.History.HistoryEventType.TaskStateExited).Select(e => e.Value.ToString())];
    }
}

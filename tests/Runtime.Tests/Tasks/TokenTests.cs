using Compiled.Tasks;
using Compiled.Tests.Execution;
using Compiled.Values;

namespace Compiled.Tests.Tasks;

/// <summary>Tasks that wait for their token.</summary>
public class TokenTests
{
    private const string Send = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";

    private static readonly ScriptState Waiting = new("T", StateType.Task) { Resource = Send, PassesContext = true };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Token_SentBack_CompletesTheTask(bool later)
    {
        // X-088, T-004; also when it comes back before the call that handed it out has returned.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Waiting).On(Send, async (input, context, cancellation) =>
        {
            string token = input.Get("Task").Get("Token").AsString();
            Assert.Equal(context.TaskToken, token);
            TaskTokens tokens = context.Options.TaskTokens;
            if (later)
                _ = Task.Run(() => tokens.SendTaskSuccess(token, """{"ok":true}"""));
            else
                tokens.SendTaskSuccess(token, """{"ok":true}""");
            await Task.Yield();
            return "sent";
        }));
        Assert.Equal(
            ["3<-2 TaskScheduled T", "4<-3 TaskStarted T", "5<-4 TaskSubmitted T", "6<-5 TaskSucceeded T", "7<-6 TaskStateExited T", "8<-7 ExecutionSucceeded"],
            ScriptRun.Lines(result)[2..]);
        Assert.EndsWith("\"output\":\"\\\"sent\\\"\",\"outputDetails\":{\"truncated\":false}}}", ScriptRun.Json(result.History![4]));
        Assert.Equal("""{"ok":true}""", result.Output.ToString());
    }

    [Fact]
    public async Task Token_SentBackFailed_FailsTheTaskWithoutErrorAndCause()
    {
        // E-054: both may be absent.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Waiting).On(Send, (_, context, _) =>
        {
            context.Options.TaskTokens.SendTaskFailure(context.TaskToken!);
            return ValueTask.FromResult<JsonValue>("sent");
        }));
        Assert.Equal((ExecutionStatus.Failed, null, null), (result.Status, result.Error, result.Cause));
        Assert.EndsWith("\"taskFailedEventDetails\":{\"resourceType\":\"sqs\",\"resource\":\"sendMessage.waitForTaskToken\"}}", ScriptRun.Json(result.History![5]));
    }

    [Fact]
    public async Task Token_NeverSentBack_TimesOut()
    {
        // L-215.
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Waiting with { Timeout = 30 }).On(Send, _ => "sent"));
        Assert.Equal(["5<-4 TaskSubmitted T", "6<-5 TaskTimedOut T", "7<-6 ExecutionFailed"], ScriptRun.Lines(result)[4..]);
        Assert.Equal(ScriptRun.Start.AddSeconds(30), result.History![^1].Timestamp);
    }

    [Fact]
    public async Task Token_UsedTwice_IsOver()
    {
        // P-104, P-105.
        ExecutionOptions options = ScriptRun.Options();
        List<Exception?> thrown = [];
        Script script = new Script(Waiting with { Next = "U" }, Waiting with { Name = "U" }).On(Send, (_, context, _) =>
        {
            TaskTokens tokens = context.Options.TaskTokens;
            if (context.StateName == "T")
                tokens.SendTaskHeartbeat(context.TaskToken!);
            tokens.SendTaskSuccess(context.TaskToken!, 1);
            thrown.Add(Record.Exception(() => tokens.SendTaskSuccess(context.TaskToken!, 2)));
            return ValueTask.FromResult<JsonValue>(context.TaskToken!);
        });
        ExecutionResult result = await script.ExecuteAsync(JsonValue.EmptyObject, options).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("1", result.Output.ToString());
        Assert.All(thrown, exception => Assert.IsType<TaskTimedOutException>(exception));
        Assert.Throws<InvalidTokenException>(() => options.TaskTokens.SendTaskHeartbeat("no token"));
        Assert.Throws<TaskDoesNotExistException>(() => options.TaskTokens.SendTaskHeartbeat(Convert.ToBase64String(new byte[32])));
    }

    [Fact]
    public async Task Call_ThatFails_FailsBeforeTheSubmission()
    {
        ExecutionResult result = await ScriptRun.RunAsync(() => new Script(Waiting).On(Send, (_, _, _) => throw new TaskFailedException("SQS.AmazonSQSException", "no")));
        Assert.Equal(["5<-4 TaskFailed T", "6<-5 ExecutionFailed"], ScriptRun.Lines(result)[4..]);
    }

    [Fact]
    public async Task Retry_OfATask_TakesANewToken()
    {
        List<string> tokens = [];
        ExecutionResult result = await ScriptRun.RunAsync(() =>
        {
            tokens.Clear();
            return new Script(Waiting with { Retry = [new("E", Attempts: 1)] }).On(Send, (_, context, _) =>
            {
                tokens.Add(context.TaskToken!);
                context.Options.TaskTokens.SendTaskFailure(context.TaskToken!, "E");
                return ValueTask.FromResult<JsonValue>("sent");
            });
        });
        Assert.Equal("E", result.Error);
        Assert.Equal(2, tokens.Distinct().Count());
    }
}

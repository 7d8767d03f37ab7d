using System.Text.Json;

namespace Cli.Tests;

public sealed class RunCommandTests
{
    [Fact]
    public async Task Run_Success_WritesOutputOnly()
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["run", run.File("good.asl.json", Definitions.Pass), "--input", "-"], "{}"));
        Assert.Equal("""{"ok":true}""" + Environment.NewLine, run.Output);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Run_Failure_WritesErrorAndCauseToStandardError()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["run", run.File("fails.asl.json", Definitions.Fails)]));
        Assert.Empty(run.Output);
        Assert.Equal(["Failed: Order.Rejected", "No stock.", ""], run.Error.Split(Environment.NewLine));
    }

    [Fact]
    public async Task Run_Jsonata_Runs()
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["run", run.File("adds.asl.json", Definitions.Adds), "--input", "-"], """{"n":2}"""));
        Assert.Equal("""{"sum":3}""" + Environment.NewLine, run.Output);
    }

    [Theory]
    [InlineData("""{"n":1}""", "Failed: TooSmall", "It is 1")]
    [InlineData("{}", "Failed: States.QueryEvaluationError", "An error occurred while executing the state 'A' (entered at the event id #2). The JSONata expression '$states.input.n' specified for the field 'Assign/n' returned nothing (undefined).")]
    public async Task Run_JsonataThatFails_WritesErrorAndCause(string input, string error, string cause)
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["run", run.File("adds.asl.json", Definitions.Adds), "--input", "-"], input));
        Assert.Equal([error, cause, ""], run.Error.Split(Environment.NewLine));
    }

    [Fact]
    public async Task Run_DefinitionFromStandardInput_Runs()
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["run", "-"], Definitions.Pass));
        Assert.Equal("""{"ok":true}""" + Environment.NewLine, run.Output);
    }

    [Fact]
    public async Task Run_VirtualTime_WaitsForNothing()
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["run", run.File("waits.asl.json", Definitions.WaitsADay), "--input", run.File("input.json", "[1]"), "--virtual-time"]));
        Assert.Equal("[1]" + Environment.NewLine, run.Output);
    }

    /// <summary>L-321: a folder stands for S3.</summary>
    [Fact]
    public async Task Run_ObjectStore_IsAFolder()
    {
        using CliRun run = new();
        string folder = Directory.CreateTempSubdirectory("s3").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "in"));
            await File.WriteAllTextAsync(Path.Combine(folder, "in", "items.csv"), "sku,n\nhat,1\ncoat,2\n");
            string definition = run.File("each.asl.json", Definitions.Distributed);

            Assert.Equal(0, await run.RunAsync(["run", definition, "--s3", folder, "--virtual-time"]));
            Assert.Equal("""[{"sku":"hat","n":"1"},{"sku":"coat","n":"2"}]""" + Environment.NewLine, run.Output);
            Assert.NotEqual(0, await run.RunAsync(["run", definition, "--s3", Path.Combine(folder, "none")]));
            Assert.Contains("' is no folder.", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Run_Tasks_AreSimulated()
    {
        using CliRun run = new();
        string tasks = run.File("tasks.json", """{"arn:aws:lambda:us-east-1:111111111111:function:pay":{"behaviour":"return","value":{"paid":true}}}""");
        Assert.Equal(0, await run.RunAsync(["run", run.File("pay.asl.json", Definitions.CallsPay), "--tasks", tasks]));
        Assert.Equal("""{"paid":true}""" + Environment.NewLine, run.Output);
    }

    [Fact]
    public async Task Run_NoTasks_NamesTheResource()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["run", run.File("pay.asl.json", Definitions.CallsPay)]));
        Assert.Contains("arn:aws:lambda:us-east-1:111111111111:function:pay", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_History_IsWrittenAsAwsAnswersIt()
    {
        using CliRun run = new();
        string history = Path.Combine(run.Folder, "history.json");
        Assert.Equal(0, await run.RunAsync(["run", run.File("good.asl.json", Definitions.Pass), "--history", history]));
        JsonElement events = JsonElement.Parse(await File.ReadAllTextAsync(history)).GetProperty("events");
        Assert.Equal(
            ["ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"],
            events.EnumerateArray().Select(static item => item.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Run_HistoryToStandardOutput_FollowsTheOutput()
    {
        using CliRun run = new();
        Assert.Equal(0, await run.RunAsync(["run", run.File("good.asl.json", Definitions.Pass), "--history", "-"]));
        int end = run.Output.IndexOf(Environment.NewLine, StringComparison.Ordinal);
        Assert.Equal("""{"ok":true}""", run.Output[..end]);
        Assert.Equal(4, JsonElement.Parse(run.Output[end..]).GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task Run_InputThatIsNotJson_NamesFileAndPlace()
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(["run", run.File("good.asl.json", Definitions.Pass), "--input", run.File("input.json", "{\n  \"a\": x\n}")]));
        Assert.StartsWith("input.json:2:8: this is not JSON: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("[]", "one member for each resource")]
    [InlineData("""{"r":{"behaviour":"dance"}}""", "'dance'")]
    [InlineData("""{"r":{"behaviour":"return"}}""", "'r' lacks 'value'")]
    [InlineData("""{"r":{"behaviour":"sleep","seconds":"x","then":{"behaviour":"echo"}}}""", "'seconds' of 'r' is not a number")]
    [InlineData("""{"r":{"behaviour":"python","code":"import os"}}""", "'r' is not understood")]
    public async Task Run_TasksOutOfFormat_NamesFileAndResource(string tasks, string message)
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(["run", run.File("good.asl.json", Definitions.Pass), "--tasks", run.File("tasks.json", tasks)]));
        Assert.StartsWith("'tasks.json': ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FaultyDefinition_ShowsItsErrorsAndExitsWithTwo()
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(["run", run.File("order.asl.json", Definitions.UnknownNext)]));
        Assert.StartsWith("order.asl.json:4:36: error ASL", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task Run_BothFromStandardInput_IsMisuse()
    {
        using CliRun run = new();
        Assert.Equal(2, await run.RunAsync(["run", "-", "--input", "-"], "{}"));
        Assert.Contains("can't both", run.Error, StringComparison.Ordinal);
    }
}

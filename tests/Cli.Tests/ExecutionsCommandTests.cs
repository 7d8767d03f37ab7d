using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cli.Tests;

/// <summary>Looking at a file that nobody owns, or that a host owns. FEATURES P-083 to P-086.</summary>
public sealed class ExecutionsCommandTests
{
    [Fact]
    public async Task List_WhileAHostOwnsTheFile_IsATableNewestFirst()
    {
        using CliRun run = new();
        await using Journal journal = new(run);
        await journal.Executions.RunAsync();
        await journal.StartAsync("Pass", "a");
        await journal.StartAsync("Fails", "b");
        await journal.StartAsync("Waits", "c");

        Assert.Equal(0, await run.RunAsync(["executions", "list", Journal.Name]));
        Assert.Equal("STATUS     MACHINE  NAME  STARTED               LASTED   REDRIVES", run.Lines[0]);
        Assert.Equal(["RUNNING Waits c", "FAILED Fails b", "SUCCEEDED Pass a"], run.Lines[1..].Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[..3])));
        Assert.Matches(@"^SUCCEEDED  Pass     a     \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ  \d\.\d{3} s$", run.Lines[3]);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task List_InColour_PaintsTheStatusOnly()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"), ("Fails", "b"));

        Assert.Equal(0, await run.RunAsync(["executions", "list", Journal.Name], usesColour: true));
        Assert.Equal(["\e[31mFAILED\e[0m", "\e[32mSUCCEEDED\e[0m"], Regex.Matches(run.Output, "\e\\[3.m.*?\e\\[0m").Select(static match => match.Value));
    }

    [Theory]
    [InlineData(new[] { "--machine", "Pass" }, new[] { "a2", "a1" })]
    [InlineData(new[] { "--status", "FAILED" }, new[] { "b1" })]
    [InlineData(new[] { "--name", "a" }, new[] { "a2", "a1" })]
    [InlineData(new[] { "--since", "1h" }, new[] { "b1", "a2", "a1" })]
    [InlineData(new[] { "--until", "1h" }, new string[0])]
    [InlineData(new[] { "--since", "2100-01-01" }, new string[0])]
    [InlineData(new[] { "--until", "2100-01-01T12:00Z" }, new[] { "b1", "a2", "a1" })]
    [InlineData(new[] { "--max", "1" }, new[] { "b1" })]
    public async Task List_WithFilters_GivesThose(string[] filter, string[] names)
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a1"), ("Pass", "a2"), ("Fails", "b1"));

        Assert.Equal(0, await run.RunAsync(["executions", "list", Journal.Name, "--json", .. filter]));
        Assert.Equal(names, JsonElement.Parse(run.Output).GetProperty("executions").EnumerateArray().Select(static item => item.GetProperty("name").GetString()!));
    }

    [Fact]
    public async Task List_InPages_GoesOnWithTheToken()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a1"), ("Pass", "a2"));

        Assert.Equal(0, await run.RunAsync(["executions", "list", Journal.Name, "--max", "1"]));
        string token = Regex.Match(run.Error, "^There are more: --next (.+?)\r?\n$").Groups[1].Value;
        Assert.Equal(0, await run.RunAsync(["executions", "list", Journal.Name, "--max", "1", "--next", token, "--json"]));
        JsonElement second = JsonElement.Parse(run.Output);
        Assert.Equal("a1", second.GetProperty("executions")[0].GetProperty("name").GetString());
        Assert.False(second.TryGetProperty("nextToken", out _));
    }

    [Fact]
    public async Task Describe_AsJson_HasAwsMembers()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"));

        Assert.Equal(0, await run.RunAsync(["executions", "describe", Journal.Name, "a", "--json"]));
        JsonElement described = JsonElement.Parse(run.Output);
        Assert.Equal(
            ["executionArn", "stateMachineArn", "name", "status", "startDate", "stopDate", "redriveCount", "input", "output"],
            described.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            (Journal.Arn("Pass", "a"), "arn:aws:states:us-east-1:123456789012:stateMachine:Pass", "SUCCEEDED", """{"n":1}""", """{"ok":true}"""),
            (described.GetProperty("executionArn").GetString(), described.GetProperty("stateMachineArn").GetString(), described.GetProperty("status").GetString(),
                described.GetProperty("input").GetString(), described.GetProperty("output").GetString()));
    }

    [Fact]
    public async Task Describe_ByArn_IsText()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Fails", "b"));

        Assert.Equal(0, await run.RunAsync(["executions", "describe", Journal.Name, Journal.Arn("Fails", "b")]));
        Assert.Equal(
            ["Execution", "Machine", "Status", "Started", "Ended", "Input", "Error", "Cause"], run.Lines.Select(static line => line.Split(' ')[0]));
        Assert.Equal(["Status     FAILED", """Input      {"n":1}""", "Error      Order.Rejected", "Cause      No stock."], [run.Lines[2], .. run.Lines[5..]]);
    }

    [Fact]
    public async Task Describe_WithAMapRun_HasItsCounts()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Fans", "a"));

        Assert.Equal(0, await run.RunAsync(["executions", "describe", Journal.Name, "a"]));
        Assert.Matches(@"^MAP RUN +STATUS +ITEMS  SUCCEEDED  FAILED  RUNNING  REDRIVEN  STARTED +ENDED$", run.Lines[^2]);
        Assert.Matches(@"^arn:aws:states:us-east-1:123456789012:mapRun:Fans/Parts:[0-9a-f-]{36}  SUCCEEDED  3      2          1       0        0         \d", run.Lines[^1]);

        Assert.Equal(0, await run.RunAsync(["executions", "describe", Journal.Name, "a", "--json"]));
        JsonElement described = JsonElement.Parse(run.Output).GetProperty("mapRuns")[0];
        Assert.Equal(
            ["mapRunArn", "executionArn", "status", "startDate", "stopDate", "maxConcurrency", "toleratedFailurePercentage", "toleratedFailureCount", "itemCounts", "executionCounts", "redriveCount"],
            described.EnumerateObject().Select(static member => member.Name));
        Assert.Equal(
            """{"pending":0,"running":0,"succeeded":2,"failed":1,"timedOut":0,"aborted":0,"total":3,"resultsWritten":0,"failuresNotRedrivable":0,"pendingRedrive":0}""",
            JsonSerializer.Serialize(described.GetProperty("itemCounts")));

        string arn = described.GetProperty("mapRunArn").GetString()!;
        Assert.Equal(0, await run.RunAsync(["executions", "list", Journal.Name, "--map-run", arn, "--status", "SUCCEEDED", "--json"]));
        Assert.Equal(2, JsonElement.Parse(run.Output).GetProperty("executions").GetArrayLength());
        Assert.Equal(2, await run.RunAsync(["executions", "list", Journal.Name, "--map-run", arn + "0"]));
        Assert.Equal($"Resource not found: '{arn}0'" + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task History_InReverseAndPages_HasTheEvents()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"));

        Assert.Equal(0, await run.RunAsync(["executions", "history", Journal.Name, "a"]));
        Assert.Equal(["ID", "1", "2", "3", "4"], run.Lines.Select(static line => line.Split(' ')[0]));
        Assert.Matches(@"^2   \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z  PassStateEntered    A$", run.Lines[2]);
        Assert.Equal(0, await run.RunAsync(["executions", "history", Journal.Name, "a", "--reverse", "--max", "2", "--json"]));
        JsonElement page = JsonElement.Parse(run.Output);
        Assert.Equal([4, 3], page.GetProperty("events").EnumerateArray().Select(static item => item.GetProperty("id").GetInt32()));
        Assert.Equal("ExecutionSucceeded", page.GetProperty("events")[0].GetProperty("type").GetString());
        Assert.True(page.TryGetProperty("nextToken", out _));
    }

    [Fact]
    public async Task Verify_All_CountsThem()
    {
        using CliRun run = new();
        await using Journal journal = new(run);
        await journal.Executions.RunAsync();
        await journal.StartAsync("Pass", "a");
        await journal.StartAsync("Waits", "c");

        Assert.Equal(0, await run.RunAsync(["executions", "verify", Journal.Name]));
        Assert.Equal(["2 executions verified, 0 differ."], run.Lines);
        Assert.Equal(0, await run.RunAsync(["executions", "verify", Journal.Name, "a", "--json"]));
        Assert.Equal("""{"verified":1,"differences":[]}""", Regex.Replace(run.Output, @"\s", ""));
    }

    [Theory]
    [InlineData("There is no file 'none.db'.", "list", "none.db")]
    [InlineData("There is no file 'none.db'.", "stop", "none.db", "a")]
    [InlineData("'.' is a folder; a file was expected.", "list", ".")]
    [InlineData("'work.db' has no execution 'x'.", "describe", "work.db", "x")]
    [InlineData("'work.db' has no execution 'x'.", "redrive", "work.db", "x")]
    [InlineData("Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:Pass:x'", "history", "work.db", "arn:aws:states:us-east-1:123456789012:execution:Pass:x")]
    public async Task Command_WhatIsNotThere_IsMisuse(string message, params string[] args)
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"));

        Assert.Equal(2, await run.RunAsync(["executions", .. args]));
        Assert.Equal(message + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task Command_NameOfTwoExecutions_NamesTheirArns()
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"), ("Fails", "a"));

        Assert.Equal(2, await run.RunAsync(["executions", "describe", Journal.Name, "a"]));
        Assert.Equal(
            ["'work.db' has 2 executions 'a'; name one by its ARN:", "  " + Journal.Arn("Fails", "a"), "  " + Journal.Arn("Pass", "a"), ""], run.Error.Split(Environment.NewLine));
    }

    [Fact]
    public async Task Command_FileThatIsNoJournal_SaysSo()
    {
        using CliRun run = new();
        run.File("text.db", new string('x', 5000));

        Assert.Equal(2, await run.RunAsync(["executions", "list", "text.db"]));
        Assert.Contains("text.db", run.Error);
    }

    [Theory]
    [InlineData("--since", "yesterday", "'yesterday' is no time")]
    [InlineData("--max", "0", "--max takes a number from 1 to 1000.")]
    [InlineData("--status", "DONE", "DONE")]
    [InlineData("--next", "xyz", "xyz")]
    public async Task List_WrongOption_IsMisuse(string option, string value, string message)
    {
        using CliRun run = new();
        await Journal.WithAsync(run, ("Pass", "a"));

        Assert.Equal(2, await run.RunAsync(["executions", "list", Journal.Name, option, value]));
        Assert.Contains(message, run.Error);
    }
}

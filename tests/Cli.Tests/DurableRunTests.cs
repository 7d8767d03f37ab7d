using System.Diagnostics;
using System.Text.Json;
using Compiled.Cli;
using Compiled.Durable;
using Compiled.Sqlite;

namespace Cli.Tests;

/// <summary><c>run --durable</c>.</summary>
public sealed class DurableRunTests
{
    private const string PaysAndWaits = """
        {"StartAt":"Pay","States":{
          "Pay":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:111111111111:function:pay","Next":"Wait"},
          "Wait":{"Type":"Wait","Seconds":86400,"Next":"Act"},
          "Act":{"Type":"Task","Resource":"arn:aws:states:us-east-1:111111111111:activity:act","End":true}}}
        """;

    private const string Tasks = """
        {"arn:aws:lambda:us-east-1:111111111111:function:pay": {"behaviour": "return", "value": {"paid": true}},
         "arn:aws:states:us-east-1:111111111111:activity:act": {"behaviour": "echo"}}
        """;

    [Fact]
    public async Task Run_OnAFile_PrintsTheSameAndKeepsTheExecution()
    {
        using CliRun run = new();
        string[] command = ["run", run.File("order.asl.json", PaysAndWaits), "--tasks", run.File("tasks.json", Tasks), "--virtual-time", "--history", "-"];
        Assert.Equal(0, await run.RunAsync(command));
        string[] inMemory = run.Lines;
        Assert.Equal(0, await run.RunAsync([.. command, "--durable", Journal.Name, "--name", "x"]));

        Assert.Equal(inMemory[0], run.Lines[0]);
        Assert.Equal(Types(inMemory), Types(run.Lines));
        Assert.Equal(0, await run.RunAsync(["executions", "verify", Journal.Name, "x"]));
        Assert.Equal(2, await run.RunAsync([.. command, "--durable", Journal.Name, "--name", "x"]));
        Assert.Equal("Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:order:x'" + Environment.NewLine, run.Error);
    }

    [Fact]
    public async Task Run_OnRealTime_Ends()
    {
        using CliRun run = new();
        Assert.Equal(1, await run.RunAsync(["run", run.File("fails.asl.json", Definitions.Fails), "--durable", Journal.Name]));
        Assert.Equal(["Failed: Order.Rejected", "No stock.", ""], run.Error.Split(Environment.NewLine));
    }

    [Fact(Timeout = 600_000)]
    public async Task Run_AfterAKill_GoesOnByTheName()
    {
        using CliRun run = new();
        string[] command = ["run", run.File("order.asl.json", PaysAndWaits), "--tasks", run.File("tasks.json", Tasks), "--durable", Path.Combine(run.Folder, Journal.Name)];
        using (Process process = Start([.. command, "--name", "x"]))
        {
            while (!IsWaiting(run))
            {
                Assert.False(process.HasExited);
                await Task.Delay(50);
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        Assert.Equal(2, await run.RunAsync([.. command, "--virtual-time"]));
        Assert.Contains("has an unfinished execution 'x' of order: go on with it by --name x, or stop it with 'executions stop'.", run.Error);
        Assert.Equal(0, await run.RunAsync([.. command, "--virtual-time", "--name", "x"]));
        Assert.Equal("""{"paid":true}""", run.Lines[0]);
        Assert.Equal(0, await run.RunAsync(["executions", "verify", Journal.Name]));
        Assert.Equal("1 executions verified, 0 differ.", run.Lines[0]);
    }

    [Fact]
    public async Task Run_OnAnOwnedFile_IsRefused()
    {
        using CliRun run = new();
        await using Journal journal = new(run);
        Assert.Equal(2, await run.RunAsync(["run", run.File("good.asl.json", Definitions.Pass), "--durable", Journal.Name]));
        Assert.Contains($"is owned by process {Environment.ProcessId}", run.Error);
    }

    private static bool IsWaiting(CliRun run)
    {
        try
        {
            using SqliteJournalReader store = SqliteJournal.OpenReadOnly(Path.Combine(run.Folder, Journal.Name));
            return new ExecutionReader(store).GetHistory(Journal.Arn("order", "x")).Events.Any(static item => item.GetProperty("type").GetString() == "WaitStateEntered");
        }
        catch (Exception early) when (early is SqliteJournalException or ExecutionDoesNotExistException)
        {
            return false;
        }
    }

    private static string[] Types(string[] lines)
        => [.. JsonElement.Parse(string.Join('\n', lines[1..])).GetProperty("events").EnumerateArray().Select(static item => item.GetProperty("type").GetString()!)];

    private static Process Start(string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet") { RedirectStandardOutput = true };
        foreach (string argument in (string[])[typeof(CliCommand).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}

using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Testing;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>Machines that a keeper gives when they are asked for, their versions and aliases. FEATURES P-068.</summary>
public sealed class QualifierTests
{
    private const string Arn = "arn:aws:states:us-east-1:123456789012:stateMachine:Order", Parent = "arn:aws:states:us-east-1:123456789012:stateMachine:Parent";

    [Fact]
    public async Task Start_OfAVersionByAnAlias_RunsTheVersionsDefinitionAndShowsBoth()
    {
        await using DurableExecutions executions = Open([]);
        Workflow version = Pass("version");

        StartedExecution started = await executions.StartAsync(Arn, default, new StartOptions { Name = "n", Workflow = version, Version = 3, Alias = "PROD", RoleArn = "arn:role", TraceHeader = "Root=1" });
        ExecutionDescription ended = await executions.WaitAsync(started.ExecutionArn);

        Assert.Equal("\"version\"", ended.Output.ToString());
        Assert.Equal((Arn + ":3", Arn + ":PROD", "arn:role", "Root=1"), (ended.StateMachineVersionArn, ended.StateMachineAliasArn, ended.RoleArn, ended.TraceHeader));
        Assert.Equal((3, "PROD"), (ended.Summary.Version, ended.Summary.Alias));
        Assert.Equal(
            $$"""{"input":"{}","inputDetails":{"truncated":false},"roleArn":"arn:role","stateMachineAliasArn":"{{Arn}}:PROD","stateMachineVersionArn":"{{Arn}}:3"}""",
            executions.GetHistory(started.ExecutionArn).Events[0].GetProperty("executionStartedEventDetails").GetRawText());
        Assert.Equal(version.Machine.Definition, executions.Reader.GetDefinition(started.ExecutionArn).Text);
        await executions.WaitAsync((await executions.StartAsync(Arn)).ExecutionArn);
        Assert.Equal(started.ExecutionArn, Assert.Single(executions.List(new ExecutionQuery { Machine = Arn, Version = 3 }).Executions).ExecutionArn);
        Assert.Equal(started.ExecutionArn, Assert.Single(executions.List(new ExecutionQuery { Machine = Arn, Alias = "PROD" }).Executions).ExecutionArn);
    }

    [Fact]
    public async Task ForgetMachine_AfterAnUpdate_AsksForItAgain()
    {
        List<string> asked = [];
        await using DurableExecutions executions = Open(asked);
        await executions.WaitAsync((await executions.StartAsync(Arn)).ExecutionArn);
        await executions.WaitAsync((await executions.StartAsync(Arn)).ExecutionArn);

        executions.ForgetMachine(Arn);
        await executions.WaitAsync((await executions.StartAsync(Arn)).ExecutionArn);

        Assert.Equal([Arn, Arn], asked);
        await Assert.ThrowsAsync<StateMachineDoesNotExistException>(() => executions.StartAsync("arn:aws:states:us-east-1:123456789012:stateMachine:None"));
    }

    [Fact]
    public async Task ATask_ThatNamesAnAlias_StartsTheVersionThatItStandsFor()
    {
        await using DurableExecutions executions = Open([]);

        StartedExecution parent = await executions.StartAsync(Parent);
        await executions.WaitAsync(parent.ExecutionArn);

        ExecutionSummary child = Assert.Single(executions.List(new ExecutionQuery { Machine = Arn }).Executions);
        Assert.Equal((7, "LIVE"), (child.Version, child.Alias));
        Assert.Equal("\"seven\"", executions.Describe(child.ExecutionArn).Output.ToString());
    }

    private static DurableExecutions Open(List<string> asked)
    {
        DurableExecutions executions = new(new MemoryJournal(), new DurableOptions
        {
            TimeProvider = new VirtualTimeProvider(),
            FindMachine = arn =>
            {
                asked.Add(arn);
                return arn switch
                {
                    Arn => new MachineSource(Arn, "Order", Pass("current")),
                    Arn + ":LIVE" => new MachineSource(Arn, "Order", Pass("seven")) { Version = 7, Alias = "LIVE" },
                    Parent => new MachineSource(Parent, "Parent", Compile("Parent", $$"""
                        {"StartAt": "Start", "States": {"Start": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "Parameters": {"StateMachineArn": "{{Arn}}:LIVE"}, "End": true} } }
                        """)),
                    _ => null,
                };
            },
        });
        _ = executions.RunAsync();
        return executions;
    }

    private static Workflow Pass(string result)
        => Compile("Order", $$"""{"StartAt": "Done", "States": {"Done": {"Type": "Pass", "Result": "{{result}}", "End": true} } }""");

    private static Workflow Compile(string name, string definition) => DefinitionCompiler.Compile(new DefinitionSource(definition, name)).Create();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Compiled.Server;
using Compiled.Server.Machines;
using Compiled.Simulation;
using Compiled.Testing;
using Conformance.Comparing;
using Conformance.Corpus;
using Conformance.Running;

namespace Conformance.Api;

/// <summary>
/// A case on a server in this process, called over HTTP: its tasks are the simulated world's, its clock is virtual and goes on when nothing else does. The workers of
/// activities are in this process too.
/// </summary>
internal sealed class SelfCase(SelfServer port, AslCase item, DefinitionCompilation compile, CancellationToken cancellationToken)
{
    /// <summary>Gives the case's calls a server to themselves while they last.</summary>
    public async Task<T> RunAsync<T>(Func<ApiSession, StepFunctionsServer, Task<T>> run)
    {
        using ApiClient client = new(port.Address);
        ApiSession session = new(client, item, cancellationToken);
        // A call that lasts until the end has nothing beside it that the clock could run away from.
        VirtualTimeProvider time = new(item.Clock ?? CaseRunner.DefaultStart) { AutoAdvance = item.MachineType == "EXPRESS" || item.Kind != "execution" };
        StepFunctionsServer server = new(
            new StepFunctionsOptions
            {
                Region = session.Region,
                AccountId = session.Account,
                TaskHandlers = World,
                ObjectStore = CaseObjects.StoreOf(item, time),
                CompileDefinition = compile,
                StartsExecutions = false,
            },
            time);
        await using (server.ConfigureAwait(false))
        {
            _ = server.RunAsync();
            port.Use(server);
            return await run(session, server).ConfigureAwait(false);
        }
    }

    private TaskSimulator World { get; } = CaseRunner.World(item);

    /// <summary>Runs a case of kind <c>execution</c>.</summary>
    public Task<RecordedRun> ExecuteAsync() => RunAsync(async (session, server) =>
    {
        JsonElement created = await session.CallAsync("CreateStateMachine", session.Creation(CaseRunner.RoleArn(item))).ConfigureAwait(false);
        JsonObject start = new() { ["stateMachineArn"] = created.GetProperty("stateMachineArn").GetString(), ["name"] = item.ExecutionName ?? "execution", ["input"] = item.Input };
        // The API gives no history of an Express execution.
        return item.MachineType == "EXPRESS" ? ApiAnswers.Run(await session.CallAsync("StartSyncExecution", start).ConfigureAwait(false), JsonElement.Parse("[]")) : await DurablyAsync(session, server, start).ConfigureAwait(false);
    });

    private async Task<RecordedRun> DurablyAsync(ApiSession session, StepFunctionsServer server, JsonObject start)
    {
        using ActivityWorkers workers = new(World, server.Executions, server.Journal, (VirtualTimeProvider)server.TimeProvider);
        foreach (string activity in World.Activities)
        {
            await server.Executions.CreateActivityAsync(activity).ConfigureAwait(false);
            workers.Poll(activity);
        }

        bool hasLimit = JsonElement.Parse(item.DefinitionText).TryGetProperty("TimeoutSeconds", out _);
        string arn = (await session.CallAsync("StartExecution", start).ConfigureAwait(false)).GetProperty("executionArn").GetString()!;
        JsonElement described;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            await workers.SettleAsync(arn).ConfigureAwait(false);
            described = await session.CallAsync("DescribeExecution", new JsonObject { ["executionArn"] = arn }).ConfigureAwait(false);
        }
        while (described.GetProperty("status").GetString() == "RUNNING" && workers.TryMoveClock(hasLimit));

        return ApiAnswers.Run(described, await session.EventsAsync(arn).ConfigureAwait(false));
    }
}

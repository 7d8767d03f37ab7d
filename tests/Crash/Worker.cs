using Compiled;
using Compiled.Durable;
using Compiled.Sqlite;
using Compiled.Tasks;
using Compiled.Values;

namespace Crash;

/// <summary>The process that is killed: 50 executions run at any time, and every start that was acknowledged is told on standard output.</summary>
internal static class Worker
{
    private const int Lines = 50;

    private const string Activity = "arn:aws:states:us-east-1:123456789012:activity:pack";

    private static readonly Key s_token = Key.Of("token"), s_body = Key.Of("MessageBody"), s_n = Key.Of("n"), s_redrives = Key.Of("redrives");

    /// <summary>Runs until it is killed, or, to finish, until nothing runs any more.</summary>
    public static async Task<int> RunAsync(string folder, bool finishes)
    {
        using SqliteJournal journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"), new SqliteOptions { OwnerTimeout = TimeSpan.FromSeconds(30) });
        using EffectLog effects = new(Path.Combine(folder, "effects.log"));
        TaskHandlerRegistry handlers = new();
        await using DurableExecutions executions = new(journal);
        handlers.Add("once", async (_, context, token) =>
        {
            effects.Add($"{context.IdempotencyKey}#{context.Attempt}");
            await Task.Delay(Random.Shared.Next(15), token);
            return true;
        });
        handlers.Add("again", new Again());
        handlers.Add("late", new Late());
        handlers.Add("sendMessage.waitForTaskToken", (input, _, _) =>
        {
            _ = ApproveAsync(executions, input[s_body][s_token].AsString());
            return new ValueTask<JsonValue>(JsonValue.EmptyObject);
        });
        foreach (Workflow machine in MachineList.All(handlers))
            executions.AddMachine(machine);
        _ = executions.RunAsync();
        _ = PackAsync(executions);
        if (!finishes)
        {
            await Task.WhenAll(Enumerable.Range(0, Lines).Select(line => StartAsync(executions, line)));
            return 0;
        }

        while (true)
        {
            ExecutionPage late = executions.List(new ExecutionQuery { Machine = "Late", Status = ExecutionStatus.Failed }, maxResults: 1000);
            foreach (ExecutionSummary execution in late.Executions)
                await RedriveAsync(executions, execution.ExecutionArn);
            if (late.Executions.Count == 0 && !executions.CountByStatus().ContainsKey(ExecutionStatus.Running))
                return 0;
            await Task.Delay(50);
        }
    }

    private static async Task StartAsync(DurableExecutions executions, int line)
    {
        for (int i = 0; ; i++)
        {
            string machine = MachineList.Names[(line + i) % MachineList.Names.Count];
            JsonValue input = JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes($$"""{"n":0,"odd":{{(i % 2 == 1 ? "true" : "false")}},"items":[1,2,3]}"""));
            StartedExecution started = await executions.StartAsync(machine, input);
            // The writer's own lock keeps lines whole.
            Console.Out.WriteLine(started.ExecutionArn);
            ExecutionDescription end = await executions.WaitAsync(started.ExecutionArn);
            while (IsLate(end.Summary))
            {
                await RedriveAsync(executions, started.ExecutionArn);
                end = await executions.WaitAsync(started.ExecutionArn);
            }
        }
    }

    private static bool IsLate(ExecutionSummary execution)
        => execution.Status == ExecutionStatus.Failed && execution.StateMachineArn.EndsWith(":Late", StringComparison.Ordinal);

    private static async Task RedriveAsync(DurableExecutions executions, string arn)
    {
        try
        {
            await executions.RedriveAsync(arn);
        }
        catch (ExecutionNotRedrivableException)
        {
            // A process before this one was killed after it had redriven it.
        }
    }

    private static async Task ApproveAsync(DurableExecutions executions, string token)
    {
        await Task.Delay(Random.Shared.Next(100));
        await CompleteAsync(() => executions.SendTaskSuccessAsync(token, true));
    }

    private static async Task PackAsync(DurableExecutions executions)
    {
        while (true)
        {
            if (await executions.GetActivityTaskAsync(Activity, "packer") is { } task)
                await CompleteAsync(() => executions.SendTaskSuccessAsync(task.TaskToken, "packed"));
        }
    }

    private static async Task CompleteAsync(Func<Task> complete)
    {
        try
        {
            await complete();
        }
        catch (Exception exception) when (exception is TaskTimedOutException or TaskDoesNotExistException)
        {
            // The task timed out before: the state's Retry hands out another token.
        }
    }

    // Two of three items fail until they are redriven.
    private sealed class Late : ITaskHandler
    {
        public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
            => new(input[s_n].AsDouble() > 1 && input[s_redrives].AsDouble() == 0 ? JsonValue.Failure(new Fault("Late", null)) : input);

        public bool IsIdempotent(JsonValue input, TaskContext context) => true;
    }

    private sealed class Again : ITaskHandler
    {
        public async ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken)
        {
            await Task.Delay(Random.Shared.Next(15), cancellationToken);
            return context.IdempotencyKey;
        }

        public bool IsIdempotent(JsonValue input, TaskContext context) => true;
    }
}

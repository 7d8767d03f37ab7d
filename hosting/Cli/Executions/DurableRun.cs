using System.Text;
using System.Text.Json;
using Compiled.Durable;
using Compiled.MapRuns.Objects;
using Compiled.Simulation;
using Compiled.Simulation.Behaviours;
using Compiled.Sqlite;
using Compiled.Tasks;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Cli.Executions;

/// <summary>Runs one execution in a SQLite file against a simulated outside world; after a kill the next run goes on with it.</summary>
internal sealed class DurableRun : IAsyncDisposable
{
    private readonly string _file;
    private readonly CliConsole _console;
    private readonly SqliteJournal _journal;
    private readonly DurableExecutions _executions;
    private readonly TaskSimulator? _world;
    private readonly VirtualTimeProvider? _time;
    private readonly CancellationTokenSource _ended = new();
    private int _taken, _working, _takenBefore;

    private DurableRun(string file, CliConsole console, SqliteJournal journal, TaskSimulator? world, IObjectStore? objects, bool virtualTime)
    {
        (_file, _console, _journal, _world, _time) = (file, console, journal, world, virtualTime ? new VirtualTimeProvider() : null);
        _executions = new DurableExecutions(journal, new DurableOptions
        {
            TimeProvider = _time ?? TimeProvider.System,
            TaskHandlers = world,
            ObjectStore = objects,
            ActivitiesMustExist = true,
            CompileDefinition = Compilation.RuntimeDefinitions.Compile,
            // Simulated work is done again sooner than it is waited for.
            DrainTimeout = TimeSpan.Zero,
        });
    }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="CliException">Another process owns it, or it is no journal.</exception>
    public static DurableRun Open(string file, CliConsole console, TaskSimulator? world, IObjectStore? objects, bool virtualTime)
    {
        try
        {
            return new DurableRun(file, console, SqliteJournal.Open(Path.Combine(console.Folder, file)), world, objects, virtualTime);
        }
        catch (SqliteJournalException wrong)
        {
            throw new CliException(wrong.Message);
        }
    }

    /// <summary>Starts the execution, or goes on with the unfinished one of that name and input, and runs it to its end.</summary>
    /// <exception cref="CliException">The name is taken or none, or another execution of the file is unfinished.</exception>
    public async Task<RunOutcome> ExecuteAsync(Workflow workflow, string input, string? name, CancellationToken cancellationToken)
    {
        string machine = workflow.Machine.Name, arn;
        CheckOthers(_executions.AddMachine(workflow), name);
        try
        {
            foreach (string activity in _world?.Activities ?? [])
            {
                await _executions.CreateActivityAsync(activity).ConfigureAwait(false);
                _ = PollAsync(activity);
            }

            await _executions.RunAsync().ConfigureAwait(false);
            arn = (await _executions.StartAsync(machine, JsonValue.Parse(Encoding.UTF8.GetBytes(input)), name).ConfigureAwait(false)).ExecutionArn;
        }
        catch (Exception wrong) when (wrong is ExecutionAlreadyExistsException or InvalidExecutionNameException or StateMachineTypeNotSupportedException)
        {
            throw new CliException(wrong.Message);
        }

        try
        {
            ExecutionDescription end = _time is null
                ? await _executions.WaitAsync(arn, cancellationToken).ConfigureAwait(false)
                : await EndOnVirtualTimeAsync(arn, _time, cancellationToken).ConfigureAwait(false);
            return new RunOutcome(end.Status, end.Output, end.Error, end.Cause, () => History(arn));
        }
        catch (OperationCanceledException)
        {
            await _console.Error.WriteLineAsync($"The execution is kept: run it again with --durable {_file} --name {arn.Split(':')[^1]} to go on with it.").ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _executions.DisposeAsync().ConfigureAwait(false);
    }

    // Whatever is unfinished in the file goes on when the file is run, and what isn't this execution would meet this one's simulated tasks.
    private void CheckOthers(string machineArn, string? name)
    {
        foreach (ExecutionSummary running in _executions.List(new ExecutionQuery { Status = ExecutionStatus.Running }, maxResults: 2).Executions)
        {
            if (running.StateMachineArn != machineArn || running.Name != name)
                throw new CliException($"'{_file}' has an unfinished execution '{running.Name}' of {running.StateMachineArn.Split(':')[^1]}: go on with it by --name {running.Name}, or stop it with 'executions stop'.");
            _takenBefore = TakenTasks(running.ExecutionArn);
        }
    }

    // The host doesn't see a worker on its way to a task in the queue, and one that has a task until it has answered.
    private bool IsWorkerBusy(string arn)
        => (_world?.Activities ?? []).Any(activity => _journal.ListTasks(activity, 0, 1).Count > 0)
            || _takenBefore + Volatile.Read(ref _taken) < TakenTasks(arn);

    private int TakenTasks(string arn) => Events(arn).Count(static item => item.GetProperty("type").GetString() == "ActivityStarted");

    private IEnumerable<JsonElement> Events(string arn)
    {
        string? next = null;
        do
        {
            HistoryPage page = _executions.GetHistory(arn, nextToken: next, maxResults: 1000);
            foreach (JsonElement item in page.Events) yield return item;
            next = page.NextToken;
        }
        while (next is not null);
    }

    private async Task<ExecutionDescription> EndOnVirtualTimeAsync(string arn, VirtualTimeProvider time, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            do await _executions.SettleAsync(() => Volatile.Read(ref _working)).ConfigureAwait(false);
            while (IsWorkerBusy(arn));
            ExecutionDescription description = _executions.Describe(arn);
            if (description.Status != ExecutionStatus.Running) return description;
            if (!time.AdvanceToNextTimer()) throw new CliException($"{arn} waits for nothing that will come: {description.Waiting ?? "no timer is set"}");
        }
    }

    private async Task PollAsync(string activity)
    {
        try
        {
            while (true)
            {
                ActivityTask task = await _executions.TakeActivityTaskAsync(activity, _world!.Options.WorkerName, _ended.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _working);
                Interlocked.Increment(ref _taken);
                _ = WorkAsync(new TaskCall { World = _world, Resource = activity, Input = task.Input, Time = _executions.TimeProvider }, task.TaskToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private async Task WorkAsync(TaskCall call, string token)
    {
        await SimulatedWorkers.CompleteAsync(_world!.PerformAsync(call, _ended.Token), token, _executions.TaskTokens).ConfigureAwait(false);
        Interlocked.Decrement(ref _working);
    }

    private string History(string arn)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteStartArray("events");
            foreach (JsonElement item in Events(arn)) item.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

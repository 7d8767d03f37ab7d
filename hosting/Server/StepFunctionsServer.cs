using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Server.Arns;
using Compiled.Server.Executions;
using Compiled.Server.Machines;
using Compiled.Sqlite;
using Compiled.TestState;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Server;

/// <summary>
/// A complete stand-in for AWS Step Functions in a process: machines that arrive over the API are compiled and run, Standard ones durably. The API over HTTP is
/// <see cref="StepFunctionsEndpoints.MapStepFunctions"/>.
/// </summary>
public sealed class StepFunctionsServer : IAsyncDisposable
{
    /// <summary>Opens what the data folder holds.</summary>
    /// <exception cref="IOException">The folder can't be written, or another process has it.</exception>
    public StepFunctionsServer(StepFunctionsOptions? options = null, TimeProvider? timeProvider = null, ILoggerFactory? loggers = null)
    {
        Options = options ?? new StepFunctionsOptions();
        TimeProvider = timeProvider ?? TimeProvider.System;
        if (Options.DataFolder is { } folder)
            Directory.CreateDirectory(folder);
        DefinitionCompilation compile = Options.CompileDefinition ?? new DefinitionCache(InFolder("compiled")).Compile;
        Workflows = new MachineWorkflows(compile);
        ServerTasks tasks = new(Options.TaskHandlers ?? new MissingHandlers());
        IJournalStore journal = Journal = InFolder("executions.db") is { } path ? SqliteJournal.Open(path) : new MemoryJournal();
        try
        {
            Catalog = new MachineCatalog(InFolder("machines.db") is { } catalog ? new SqliteCatalogStore(catalog) : new MemoryCatalogStore());
        }
        catch
        {
            journal.Dispose();
            throw;
        }

        Executions = new DurableExecutions(journal, new DurableOptions
        {
            TimeProvider = TimeProvider,
            Logger = loggers?.CreateLogger("Compiled.Durable"),
            WaitTimeScale = Options.WaitTimeScale,
            TaskHandlers = tasks,
            ObjectStore = Options.ObjectStore,
            Region = Options.Region,
            AccountId = Options.AccountId,
            ActivitiesMustExist = true,
            CompileDefinition = (name, text, type) => compile(name, text, type),
            FindMachine = FindMachine,
            DrainTimeout = Options.DrainTimeout,
        });
        if (Options.StartsExecutions)
            tasks.UseExecutions(Executions.ExecutionService);
        Express = new ExpressExecutions(Workflows, () => new ExecutionOptions
        {
            TimeProvider = TimeProvider,
            WaitTimeScale = Options.WaitTimeScale,
            TaskHandlers = tasks,
            ObjectStore = Options.ObjectStore,
            TaskTokens = Executions.TaskTokens,
            Activities = Executions.Activities,
        }, TimeProvider);
        States = new StateTester(new StateTesterOptions { TaskHandlers = tasks, TimeProvider = TimeProvider, Region = Options.Region, AccountId = Options.AccountId });
        Catalog.Changed = Executions.ForgetMachine;
        Deletions = new MachineDeletions(Catalog, Executions, (loggers ?? NullLoggerFactory.Instance).CreateLogger("Compiled.Server"));
    }

    /// <summary>How the server runs.</summary>
    public StepFunctionsOptions Options { get; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The Standard executions.</summary>
    public DurableExecutions Executions { get; }

    internal IJournalStore Journal { get; }

    internal MachineCatalog Catalog { get; }

    internal StateTester States { get; }

    internal MachineDeletions Deletions { get; }

    internal MachineWorkflows Workflows { get; }

    internal ExpressExecutions Express { get; }

    /// <summary>Goes on with the executions that were left, until <see cref="StopAsync"/>.</summary>
    public Task RunAsync()
    {
        if (Options.CompileDefinition is null)
            CompilerWarmUp.Begin();
        Task running = Executions.RunAsync();
        Deletions.Resume();
        return running;
    }

    /// <summary>Takes no further starts up, and waits for the handlers that are at work.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await Express.StopAsync(Options.DrainTimeout).ConfigureAwait(false);
        await Executions.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Executions.DisposeAsync().ConfigureAwait(false);
        Catalog.Dispose();
    }

    private string? InFolder(string name) => Options.DataFolder is { } folder ? Path.Combine(folder, name) : null;

    private MachineSource? FindMachine(string arn)
    {
        if (ResourceArn.TryParse(arn) is not { Kind: "stateMachine", Label: null } parsed || StartTarget.Find(Catalog, parsed) is not { Machine.IsDeleting: false } target)
            return null;
        StateMachine machine = target.Machine;
        return new MachineSource(machine.Arn, machine.Name, Workflows.Get(machine.Name, machine.IsExpress, target.Settings.Definition)) { Version = target.Version, Alias = target.Alias };
    }
}

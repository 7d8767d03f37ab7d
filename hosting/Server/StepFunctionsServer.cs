using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Hosting;
using Compiled.Server.Arns;
using Compiled.Server.Executions;
using Compiled.Server.Machines;
using Compiled.Server.Pages;
using Compiled.Server.Starts;
using Compiled.Sqlite;
using Compiled.TestState;
using Compiled.TestState.Mocking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Compiled.Server;

/// <summary>
/// A complete stand-in for AWS Step Functions in a process: machines that arrive over the API are compiled and run, Standard ones durably. The API over HTTP is
/// <see cref="StepFunctionsEndpoints.MapStepFunctions"/>.
/// </summary>
public sealed class StepFunctionsServer : IAsyncDisposable
{
    private readonly ServerObservers _observers;

    /// <summary>Opens what the data folder holds.</summary>
    /// <exception cref="IOException">The folder can't be written, or another process has it.</exception>
    public StepFunctionsServer(StepFunctionsOptions? options = null, TimeProvider? timeProvider = null, ILoggerFactory? loggers = null)
    {
        Options = options ?? new StepFunctionsOptions();
        TimeProvider = timeProvider ?? TimeProvider.System;
        if (Options.DataFolder is { } folder)
            Directory.CreateDirectory(folder);
        ILogger logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("Compiled.Server");
        DefinitionCompilation compile = Options.CompileDefinition ?? new DefinitionCache(InFolder("compiled")).Compile;
        Workflows = new MachineWorkflows(compile);
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

        Starts = new ServerStarts(Options, () => Executions!.ExecutionService, Catalog, TimeProvider, logger);
        RecentExpress = new RecentExpress(Catalog);
        _observers = new ServerObservers(Options, Catalog, Starts.Changes(arn => Executions!.Describe(arn), TimeProvider, logger), RecentExpress);
        ServerTasks tasks = new(Options.TaskHandlers ?? new MissingHandlers(), Options.Starts.Rules.Count > 0 ? Starts.Bus : null);
        Mocks = Options.Mocks is { } file ? new MockedTasks(file, tasks) : null;
        ITaskHandler handlers = Mocks ?? (ITaskHandler)tasks;
        Executions = new DurableExecutions(journal, new DurableOptions
        {
            TimeProvider = TimeProvider,
            Logger = loggers?.CreateLogger("Compiled.Durable"),
            WaitTimeScale = Options.WaitTimeScale,
            TaskHandlers = handlers,
            ObjectStore = Options.ObjectStore,
            Region = Options.Region,
            AccountId = Options.AccountId,
            ActivitiesMustExist = true,
            CompileDefinition = (name, text, type) => compile(name, text, type),
            FindMachine = FindMachine,
            DrainTimeout = Options.DrainTimeout,
            Observer = _observers.OfStandard,
        });
        if (Options.StartsExecutions)
            tasks.UseExecutions(Executions.ExecutionService);
        ExecutionOptions express = new()
        {
            TimeProvider = TimeProvider,
            WaitTimeScale = Options.WaitTimeScale,
            TaskHandlers = handlers,
            ObjectStore = Options.ObjectStore,
            TaskTokens = Executions.TaskTokens,
            Activities = Executions.Activities,
        };
        ExpressHostOptions host = Options.Express with { DrainTimeout = Options.DrainTimeout, Metrics = _observers.Metrics, Logger = loggers?.CreateLogger("Compiled.Express") };
        Express = new ExpressExecutions(Workflows, express, host, _observers);
        States = new StateTester(new StateTesterOptions { TaskHandlers = tasks, TimeProvider = TimeProvider, Region = Options.Region, AccountId = Options.AccountId });
        Catalog.Changed = Forget;
        Deletions = new MachineDeletions(Catalog, Executions, logger);
    }

    /// <summary>How the server runs.</summary>
    public StepFunctionsOptions Options { get; }

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The Standard executions.</summary>
    public DurableExecutions Executions { get; }

    internal IJournalStore Journal { get; }

    internal MockedTasks? Mocks { get; }

    internal MachineCatalog Catalog { get; }

    internal RecentExpress RecentExpress { get; }

    internal ServerStarts Starts { get; }

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
        Starts.Run();
        return running;
    }

    /// <summary>Takes no further starts up, and waits for the handlers that are at work.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await Starts.StopAsync().ConfigureAwait(false);
        await Express.StopAsync().ConfigureAwait(false);
        await Executions.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Starts.StopAsync().ConfigureAwait(false);
        await Express.DisposeAsync().ConfigureAwait(false);
        await Executions.DisposeAsync().ConfigureAwait(false);
        await _observers.DisposeAsync().ConfigureAwait(false);
        await Starts.DisposeAsync().ConfigureAwait(false);
        Catalog.Dispose();
    }

    private string? InFolder(string name) => Options.DataFolder is { } folder ? Path.Combine(folder, name) : null;

    private void Forget(string stateMachineArn)
    {
        Executions.ForgetMachine(stateMachineArn);
        Workflows.Forget(ResourceArn.Of(stateMachineArn, "stateMachine").Name, Catalog.Machines);
    }

    private MachineSource? FindMachine(string arn)
    {
        if (ResourceArn.TryParse(arn) is not { Kind: "stateMachine", Label: null } parsed || StartTarget.Find(Catalog, parsed) is not { Machine.IsDeleting: false } target)
            return null;
        StateMachine machine = target.Machine;
        return new MachineSource(machine.Arn, machine.Name, Workflows.Get(machine.Name, machine.IsExpress, target.Settings.Definition)) { Version = target.Version, Alias = target.Alias };
    }
}

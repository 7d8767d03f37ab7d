using System.Text;
using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Sqlite;
using Compiled.Tasks;
using Compiled.Values;

namespace Cli.Tests;

/// <summary>A host that owns a journal beside the command line.</summary>
internal sealed class Journal : IAsyncDisposable
{
    public const string Name = "work.db";

    public Journal(CliRun run)
    {
        Executions = new DurableExecutions(SqliteJournal.Open(Path.Combine(run.Folder, Name)), new DurableOptions { TaskHandlers = Handlers, DrainTimeout = TimeSpan.Zero });
        foreach ((string machine, string definition) in (ReadOnlySpan<(string, string)>)[("Pass", Definitions.Pass), ("Fails", Definitions.Fails), ("Waits", Definitions.WaitsADay), ("Pays", Definitions.CallsPay), ("Fans", Definitions.FansOut)])
            Executions.AddMachine(RuntimeDefinitions.Compile(machine, definition, MachineType.Standard)!);
    }

    public DurableExecutions Executions { get; }

    public TaskHandlerRegistry Handlers { get; } = new();

    public static string Arn(string machine, string name) => $"arn:aws:states:us-east-1:123456789012:execution:{machine}:{name}";

    /// <summary>Runs executions in a host that is gone afterwards; those of Waits are unfinished then.</summary>
    public static async Task WithAsync(CliRun run, params (string Machine, string Name)[] executions)
    {
        await using Journal journal = new(run);
        await journal.Executions.RunAsync();
        foreach ((string machine, string name) in executions)
            await journal.StartAsync(machine, name);
    }

    public async Task StartAsync(string machine, string name)
    {
        string arn = (await Executions.StartAsync(machine, JsonValue.Parse(Encoding.UTF8.GetBytes("""{"n":1}""")), name)).ExecutionArn;
        if (machine != "Waits")
            await Executions.WaitAsync(arn);
    }

    public ValueTask DisposeAsync() => Executions.DisposeAsync();
}

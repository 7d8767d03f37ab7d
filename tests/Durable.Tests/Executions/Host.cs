using Compiled;
using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Tasks;
using Compiled.Testing;
using Compiled.Values;

namespace Durable.Tests.Executions;

/// <summary>A host on a store that outlives it, on a clock that stands still: a crash is a host that is dropped, a restart another one.</summary>
internal sealed class Host : IAsyncDisposable
{
    private static readonly Dictionary<string, CompiledDefinition> s_compiled = [];

    public Host(IJournalStore? store = null, VirtualTimeProvider? time = null, double waitTimeScale = 1, bool refolds = false)
    {
        Store = store ?? new MemoryJournal();
        Time = time ?? new VirtualTimeProvider();
        Executions = new DurableExecutions(
            Store,
            new DurableOptions { TimeProvider = Time, TaskHandlers = Handlers, CompileDefinition = Compile, WaitTimeScale = waitTimeScale, RefoldsAlways = refolds });
    }

    public IJournalStore Store { get; }

    public VirtualTimeProvider Time { get; }

    public TaskHandlerRegistry Handlers { get; } = new();

    public DurableExecutions Executions { get; }

    public Host Add(string name, string definition)
    {
        Executions.AddMachine(Compile(name, definition, MachineType.Standard)!);
        return this;
    }

    /// <summary>Completes when nothing goes on but waiting.</summary>
    public Task SettleAsync() => Executions.SettleAsync(static () => 0);

    /// <summary>Lets times come until an execution ends; fails when nothing is left to come.</summary>
    public async Task<ExecutionDescription> EndAsync(string arn)
    {
        for (int i = 0; i < 1000; i++)
        {
            await SettleAsync();
            ExecutionDescription description = Executions.Describe(arn);
            if (description.Status != ExecutionStatus.Running)
                return description;
            Assert.True(Time.AdvanceToNextTimer(), $"{arn} waits for nothing: {description.Waiting}");
        }

        throw new InvalidOperationException($"{arn} does not end.");
    }

    public async Task<ExecutionDescription> RunAsync(string machine, string input = "{}", string? name = null)
        => await EndAsync((await Executions.StartAsync(machine, JsonValue.Parse(System.Text.Encoding.UTF8.GetBytes(input)), name)).ExecutionArn);

    /// <summary>The types of an execution's events.</summary>
    public string[] Types(string arn)
        => [.. Executions.GetHistory(arn, maxResults: 1000).Events.Select(static item => item.GetProperty("type").GetString()!)];

    /// <summary>Drops the host as a crash would, and gives another one on what its store holds.</summary>
    public Host Crash()
    {
        Executions.Abandon();
        return new Host(Store, Time);
    }

    public ValueTask DisposeAsync() => Executions.DisposeAsync();

    public static Workflow? Compile(string name, string definition, MachineType type)
    {
        lock (s_compiled)
        {
            if (!s_compiled.TryGetValue(name + definition, out CompiledDefinition? compiled))
                s_compiled.Add(name + definition, compiled = DefinitionCompiler.Compile(new DefinitionSource(definition, name, (Compiled.Language.Binding.MachineType)type)));
            return compiled.Create();
        }
    }
}

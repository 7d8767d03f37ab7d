using Compiled.Compilation;
using Compiled.Durable;
using Compiled.Durable.Journal;
using Compiled.Observation;
using Compiled.Tasks;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Events.Tests;

/// <summary>Machines that are run for what can be observed of them.</summary>
internal static class Machines
{
    public const string Work = """
        {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true}}}
        """;

    public static Workflow Compile(string name, string definition, MachineType type = MachineType.Standard)
        => DefinitionCompiler.Compile(new DefinitionSource(definition, name, (Compiled.Language.Binding.MachineType)type)).Create();

    /// <summary>A durable host on a clock that stands still.</summary>
    public static DurableExecutions Host(IExecutionObserver observer, VirtualTimeProvider clock, TaskHandlerRegistry? handlers = null, params (string Name, string Definition)[] machines)
    {
        DurableExecutions host = new(new MemoryJournal(), new DurableOptions { TimeProvider = clock, Observer = observer, TaskHandlers = handlers });
        foreach ((string name, string definition) in machines)
            host.AddMachine(Compile(name, definition));
        return host;
    }

    /// <summary>An execution in memory, which an observer sees.</summary>
    public static async Task<ExecutionResult> RunAsync(
        IExecutionObserver observer, string definition, string input, ITaskHandler handlers, MachineType type = MachineType.Express, TimeProvider? clock = null)
    {
        const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:M", Arn = "arn:aws:states:us-east-1:123456789012:express:M:run:1";
        ExecutionOptions options = new()
        {
            TimeProvider = clock ?? new VirtualTimeProvider { AutoAdvance = true },
            TaskHandlers = handlers,
            ExecutionArn = Arn,
            StateMachineArn = Machine,
            Name = "run",
            History = new ObservedRun(observer, Arn, Machine, type),
            Seed = 1,
        };
        return await Compile("M", definition, type).ExecuteAsync(JsonValue.Parse(input), options);
    }
}

/// <summary>Keeps every step.</summary>
internal sealed class Steps : IExecutionObserver
{
    public List<ExecutionStep> Seen { get; } = [];

    public void Recorded(ExecutionStep step)
    {
        lock (Seen)
            Seen.Add(step);
    }
}

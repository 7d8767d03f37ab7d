using System.Text.Json;
using Compiled;
using Compiled.Compilation;
using Compiled.Simulation;
using Compiled.Tasks;
using Compiled.Tasks.Nested;
using Compiled.Values;
using Conformance.Corpus;

namespace Conformance.Running;

/// <summary>
/// The machines that a case starts, run for real in place of what was recorded of them; tokens that a case sends go to where tokens are. Everything else is
/// the simulated world's.
/// </summary>
internal sealed class StartedMachines : ITaskHandler
{
    private readonly TaskSimulator _world;
    private readonly NestedExecutions _nested;
    private readonly bool _startsThem;

    private StartedMachines(TaskSimulator world, NestedExecutions nested, bool startsThem) => (_world, _nested, _startsThem) = (world, nested, startsThem);

    /// <summary>The machines of a case beside its world. They are run where the case says what each of their tasks does.</summary>
    public static ITaskHandler Beside(TaskSimulator world, AslCase item, CancellationToken cancellationToken)
    {
        InMemoryExecutions executions = new();
        System.Text.Json.JsonProperty[] machines = item.StateMachines.ValueKind == JsonValueKind.Object ? [.. item.StateMachines.EnumerateObject()] : [];
        bool startsThem = machines.Length > 0;
        foreach (System.Text.Json.JsonProperty machine in machines)
        {
            Compiled.Language.Binding.MachineType type = machine.Value.GetProperty("type").GetString() == "EXPRESS"
                ? Compiled.Language.Binding.MachineType.Express : Compiled.Language.Binding.MachineType.Standard;
            CompiledDefinition definition = DefinitionCompiler.Compile(new DefinitionSource(machine.Value.GetProperty("definition").GetRawText(), "Started", type), cancellationToken);
            startsThem &= definition.IsRunnable && definition.Create(world).Machine.States.All(state => state.Type != StateType.Task || IsDescribed(item, state.Resource));
            if (startsThem) executions.Add(machine.Name, definition.Create(world));
        }

        return new StartedMachines(world, new NestedExecutions(executions), startsThem);
    }

    /// <inheritdoc/>
    public ValueTask<JsonValue> HandleAsync(JsonValue input, TaskContext context, CancellationToken cancellationToken) =>
        NestedExecutions.Handles(context.Resource) && (_startsThem || context.State!.ResourceAction.StartsWith("sendTask", StringComparison.Ordinal))
            ? _nested.HandleAsync(input, context, cancellationToken)
            : _world.HandleAsync(input, context, cancellationToken);

    private static bool IsDescribed(AslCase item, string resource) => item.Tasks.ValueKind == JsonValueKind.Object && item.Tasks.TryGetProperty(resource, out _);
}

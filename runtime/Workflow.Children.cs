using System.Text.Json.Serialization;
using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled;

/// <summary>The workflows of a distributed Map's child executions.</summary>
public abstract partial class Workflow
{
    /// <summary>Makes the flow of a child execution of a distributed Map, without history; emitted code overrides it.</summary>
    protected virtual Frame<NoHistory> NewChildRoot(int state, Execution<NoHistory> execution) => throw NoChildren(state);

    /// <summary>Makes the flow of a child execution of a distributed Map, with history; emitted code overrides it.</summary>
    protected virtual Frame<RecordedHistory> NewChildRoot(int state, Execution<RecordedHistory> execution) => throw NoChildren(state);

    /// <summary>
    /// The workflow whose executions are the children of a distributed Map's runs: a machine of its own, named <c>MACHINE/LABEL</c>, whose tasks
    /// go to the same handlers.
    /// </summary>
    /// <param name="state">The number of the Map state.</param>
    /// <exception cref="ArgumentException">The state is no distributed Map.</exception>
    public Workflow ChildOf(int state) => new ChildWorkflow(this, state, Machine.ChildOf(state));

    private InvalidOperationException NoChildren(int state)
        => new($"State {state} of '{Machine.Name}' has no child executions; its class was emitted without.");

    // States keep the numbers that they have in the whole machine, so that handlers are found by them as ever.
    private sealed class ChildWorkflow : Workflow
    {
        private readonly Workflow _whole;
        private readonly int _state;

        public ChildWorkflow(Workflow parent, int state, MachineInfo machine)
        {
            _whole = parent is ChildWorkflow child ? child._whole : parent;
            _state = state;
            Machine = machine;
            TaskHandlers = parent.TaskHandlers;
            DefaultOptions = parent.DefaultOptions;
        }

        public override MachineInfo Machine { get; }

        protected override JsonSerializerContext? JsonContext => _whole.JsonContext;

        protected override Frame<NoHistory> NewRoot(Execution<NoHistory> execution) => _whole.NewChildRoot(_state, execution);

        protected override Frame<RecordedHistory> NewRoot(Execution<RecordedHistory> execution) => _whole.NewChildRoot(_state, execution);

        protected override Frame<NoHistory> NewChildRoot(int state, Execution<NoHistory> execution) => _whole.NewChildRoot(state, execution);

        protected override Frame<RecordedHistory> NewChildRoot(int state, Execution<RecordedHistory> execution) => _whole.NewChildRoot(state, execution);

        protected override ValueTask<JsonValue> PerformAsync(int state, JsonValue arguments, TaskContext context, CancellationToken cancellationToken)
            => _whole.PerformAsync(state, arguments, context, cancellationToken);

        protected override bool IsIdempotent(int state, JsonValue arguments, TaskContext context) => _whole.IsIdempotent(state, arguments, context);

        protected override string? ErrorName(Exception exception) => _whole.ErrorName(exception);
    }
}

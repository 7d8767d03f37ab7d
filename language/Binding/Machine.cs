namespace Compiled.Language.Binding;

/// <summary>A definition as it is meant: names resolved, defaults applied, flows and their graph known.</summary>
public sealed class Machine
{
    internal Machine(string text, MachineType type, IReadOnlyList<Flow> flows, IReadOnlyList<State> states)
    {
        Text = text;
        Type = type;
        Flows = flows;
        States = states;
    }

    /// <summary>The top flow.</summary>
    public Flow Flow => Flows[0];

    /// <summary>The machine's own query language, which each state without one of its own takes.</summary>
    public QueryLanguage QueryLanguage { get; internal set; }

    /// <summary>How long an execution may last, in seconds; null means without limit.</summary>
    public int? TimeoutSeconds { get; internal set; }

    /// <summary>The author's comment.</summary>
    public string? Comment { get; internal set; }

    /// <summary>The type the machine was bound as.</summary>
    public MachineType Type { get; }

    /// <summary>The states of all flows in the order of the text; <see cref="State.Index"/> is the position here.</summary>
    public IReadOnlyList<State> States { get; }

    /// <summary>All flows in the order of the text, the top one first; <see cref="Binding.Flow.Index"/> is the position here.</summary>
    public IReadOnlyList<Flow> Flows { get; }

    /// <summary>The distinct Resources of the Task states, in the order of the text.</summary>
    public IReadOnlyList<string> Resources { get; internal set; } = [];

    /// <summary>The text the machine was bound from.</summary>
    public string Text { get; }

    /// <summary>The states whose query language is JSONata, in the order of the text.</summary>
    public IReadOnlyList<State> JsonataStates { get; internal set; } = [];

    /// <summary>Whether any state's query language is JSONata.</summary>
    public bool UsesJsonata => JsonataStates.Count > 0;

    /// <summary>Whether any state assigns a variable or any path reads one.</summary>
    public bool UsesVariables => Flows.Any(flow => flow.Variables.Count > 0) || States.Any(state => VariableReferences.Of(state).Count > 0);

    /// <summary>Whether any Map state runs its items as executions of their own.</summary>
    public bool UsesDistributedMap { get; internal set; }
}

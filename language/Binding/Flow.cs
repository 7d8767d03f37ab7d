namespace Compiled.Language.Binding;

/// <summary>One <c>States</c> block: the machine's own, a branch of a Parallel, or the processor of a Map.</summary>
public sealed class Flow
{
    private HashSet<string> _variables = [];

    internal Flow(int index, State? owner, int branchIndex)
    {
        Index = index;
        Owner = owner;
        BranchIndex = branchIndex;
    }

    /// <summary>The position in <see cref="Machine.Flows"/>; 0 is the top flow.</summary>
    public int Index { get; }

    /// <summary>The Parallel or Map state that runs this flow; null for the top flow.</summary>
    public State? Owner { get; }

    /// <summary>The position among the owner's branches; 0 for the top flow and for a Map's processor.</summary>
    public int BranchIndex { get; }

    /// <summary>The state that <c>StartAt</c> names.</summary>
    public State Start { get; internal set; } = null!;

    /// <summary>The states of this flow alone, in the order of the text.</summary>
    public IReadOnlyList<State> States { get; internal set; } = [];

    /// <summary>The author's comment.</summary>
    public string? Comment { get; internal set; }

    /// <summary>Whether an execution can come to a state of this flow twice; flows inside its states are not counted.</summary>
    public bool HasLoop { get; internal set; }

    /// <summary>The variables of this scope: the names that its states assign, each once, in the order of the text. FEATURES L-077.</summary>
    public IReadOnlyList<string> Variables
    {
        get;
        internal set
        {
            field = value;
            _variables = new HashSet<string>(value, StringComparer.Ordinal);
        }
    } = [];

    /// <summary>
    /// The flow around this one whose variables it can read; null for the top flow, and for the processor of a distributed Map, which sees
    /// nothing of what is around it (FEATURES L-078).
    /// </summary>
    public Flow? OuterScope => Owner is null or MapState { IsDistributed: true } ? null : Owner.Flow;

    /// <summary>The flow that has the variable as this one sees it: itself, or the nearest one around it; null where none assigns the name.</summary>
    public Flow? ScopeOf(string variable)
    {
        for (Flow? scope = this; scope is not null; scope = scope.OuterScope)
        {
            if (scope._variables.Contains(variable))
                return scope;
        }
        return null;
    }
}

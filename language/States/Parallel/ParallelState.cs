using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A Parallel state. FEATURES A13.</summary>
public sealed class ParallelState : WorkState
{
    internal ParallelState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <inheritdoc/>
    public override StateType Type => StateType.Parallel;

    /// <summary>The flows that run side by side; never empty.</summary>
    public IReadOnlyList<Flow> Branches { get; internal set; } = [];

    /// <summary>What every branch is given; null means the input. JSONPath only.</summary>
    public Template? Parameters { get; internal set; }

    /// <summary>What every branch is given; null means the input. JSONata only.</summary>
    public Template? Arguments { get; internal set; }
}

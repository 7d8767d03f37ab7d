using Compiled.Language.Expressions;
using Compiled.Language.Json;

namespace Compiled.Language.Binding;

/// <summary>A state whose work has a result and may fail: Task, Parallel or Map.</summary>
public abstract class WorkState : State
{
    private protected WorkState(string name, ObjectNode source)
        : base(name, source)
    {
    }

    /// <summary>What is made of the raw result before <see cref="ResultPath"/>; null means the result as it is. JSONPath only.</summary>
    public Template? ResultSelector { get; internal set; }

    /// <summary>Where in the raw input the result goes; null discards it, <c>$</c> replaces the input. JSONPath only.</summary>
    public DataPath ResultPath { get; internal set; } = DataPath.Default;

    /// <summary>The retriers, in the order they are tried.</summary>
    public IReadOnlyList<Retrier> Retry { get; internal set; } = [];

    /// <summary>The catchers, in the order they are tried.</summary>
    public IReadOnlyList<Catcher> Catch { get; internal set; } = [];
}

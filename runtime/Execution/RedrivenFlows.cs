using Compiled.History;

namespace Compiled.Execution;

/// <summary>What a redrive still has to bring back to life.</summary>
internal sealed class RedrivenFlows<THistory> where THistory : struct, IHistory
{
    /// <summary>Flows that wait to go on from their state, in the order in which they started.</summary>
    public Queue<Frame<THistory>> Flows { get; } = [];

    /// <summary>Fans that may have children that have not started, the innermost of the last on top.</summary>
    public Stack<Fan<THistory>> Fans { get; } = [];
}

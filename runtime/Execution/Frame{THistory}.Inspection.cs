using Compiled.History;
using Compiled.Values;

namespace Compiled.Execution;

/// <summary>Looking into a state, for flows that were compiled to be inspected.</summary>
public abstract partial class Frame<THistory>
{
    /// <summary>Tells what a step of the state came to.</summary>
    protected void Inspect(InspectedStep step, JsonValue value) => Execution.Inspection?.Saw(step, value);

    /// <summary>The context object that the state is to see.</summary>
    protected JsonValue InspectedContext(JsonValue context) => Execution.Inspection?.Context(context) ?? context;

    /// <summary>Supposes that the retriers of the state have retried it so often; emitted code sets their counters. FEATURES M-027.</summary>
    protected virtual void SupposeRetries(int count)
    {
    }

    internal void Suppose(int count)
    {
        Retries = count;
        SupposeRetries(count);
    }

    /// <summary>Has the host give the result of a Parallel or an inline Map as a whole, so that what is inside does not run.</summary>
    protected Next AskForResult() => Begin(Next.MapRun);
}

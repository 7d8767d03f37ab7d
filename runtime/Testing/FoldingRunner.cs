using Compiled.Execution;
using Compiled.History;
using Compiled.Values;

namespace Compiled.Testing;

/// <summary>
/// Runs an execution as a host would that dies after every signal: each time it throws the execution away, reads the recorded
/// signals back from their text, folds them into a new execution, and checks that the same history comes out before it goes on.
/// </summary>
public static class FoldingRunner
{
    /// <summary>Runs an execution to its end; its history comes with the result.</summary>
    /// <exception cref="InvalidOperationException">A fold gave another history than the run before it.</exception>
    public static ValueTask<ExecutionResult> RunAsync(
        Workflow workflow, JsonValue input, ExecutionOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= workflow.DefaultOptions;
        FoldedHistory history = new();
        FoldingDriver driver = new(workflow, in input, options with { Seed = options.Seed ?? 1 }, history, cancellationToken);
        return driver.Run();
    }
}

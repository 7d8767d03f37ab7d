using Compiled.Tasks;
using Compiled.Testing;

namespace Compiled.Simulation;

/// <summary>Runs an execution against a simulated outside world, on the real clock or on a virtual one, and keeps its history.</summary>
public static class SimulatedRun
{
    /// <summary>Runs the execution to its end. The world's activities, tokens and clock are its own; nothing is shared with other runs.</summary>
    /// <param name="workflow">The workflow, made with <paramref name="world"/> as its handler.</param>
    /// <param name="input">The input, JSON text.</param>
    /// <param name="world">The simulated tasks; null where the workflow has none.</param>
    /// <param name="options">How to run.</param>
    /// <param name="cancellationToken">Stops the execution: it ends as aborted.</param>
    public static async Task<ExecutionResult> ExecuteAsync(
        Workflow workflow, string input, TaskSimulator? world, SimulatedRunOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(options);
        TimeProvider time = options.VirtualTime ? new VirtualTimeProvider(options.Clock) { AutoAdvance = true } : TimeProvider.System;
        TaskTokens tokens = new();
        using CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ExecutionOptions execution = options.Execution with { TimeProvider = time, RecordHistory = options.KeepsHistory, TaskTokens = tokens };
        if (world is not null)
        {
            SimulatedWorkers workers = new(world, tokens, time, ended.Token);
            execution = execution with { Activities = workers.Activities };
            // Workers hear from the events that a token was handed out.
            if (options.KeepsHistory || workflow.Machine.States.Any(static state => state.ResourceKind == ResourceKind.Activity || state.Pattern == IntegrationPattern.WaitForTaskToken))
                execution = execution with { History = workers, ChildHistory = _ => workers };
        }

        ExecutionResult result = await workflow.ExecuteAsync(input, execution, cancellationToken).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        return result;
    }
}

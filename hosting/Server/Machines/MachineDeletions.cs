using Compiled.Durable;
using Microsoft.Extensions.Logging;

namespace Compiled.Server.Machines;

/// <summary>Ends the executions of machines that are deleted, and then forgets the machines. One that a crash broke off goes on at the next start.</summary>
internal sealed partial class MachineDeletions(MachineCatalog catalog, DurableExecutions executions, ILogger logger)
{
    private const int Part = 100;

    /// <summary>Goes on with the deletions that a stop broke off.</summary>
    public void Resume()
    {
        foreach (KnownMachine known in catalog.Machines.Where(static known => known.Machine.IsDeleting))
            Begin(known.Arn);
    }

    /// <summary>Begins a deletion; a machine without running executions is gone when this returns.</summary>
    public void Begin(string stateMachineArn) => _ = EndAsync(stateMachineArn);

    private async Task EndAsync(string stateMachineArn)
    {
        try
        {
            ExecutionQuery running = new() { Machine = stateMachineArn, Status = ExecutionStatus.Running };
            for (ExecutionPage page; (page = executions.List(running, maxResults: Part)).Executions.Count > 0;)
            {
                foreach (ExecutionSummary execution in page.Executions)
                    await executions.StopExecutionAsync(execution.ExecutionArn).ConfigureAwait(false);
            }

            catalog.Change(stateMachineArn, static _ => ((KnownMachine?)null, true));
        }
        catch (Exception failure)
        {
            LogFailure(logger, failure, stateMachineArn);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The state machine {StateMachineArn} can't be deleted now; the next start goes on with it.")]
    private static partial void LogFailure(ILogger logger, Exception failure, string stateMachineArn);
}

using System.Text;
using Compiled.Simulation;
using Compiled.Values;

namespace Compiled.Cli.Executions;

/// <summary>How an execution of <c>run</c> ended, in memory or in a file.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Output">Its output; missing unless it succeeded.</param>
/// <param name="Error">Its error name; null for none.</param>
/// <param name="Cause">What explains the error; null for none.</param>
/// <param name="History">Gives its events as GetExecutionHistory does, JSON text.</param>
internal sealed record RunOutcome(ExecutionStatus Status, JsonValue Output, string? Error, string? Cause, Func<string> History)
{
    public static RunOutcome Of(ExecutionResult result) => new(
        result.Status, result.Output, result.Error, result.Cause, () => Encoding.UTF8.GetString(HistoryJson.Write(result.History ?? [], indented: true)));
}

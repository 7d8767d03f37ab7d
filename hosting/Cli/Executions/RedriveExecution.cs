using System.CommandLine;
using Compiled.Durable;

namespace Compiled.Cli.Executions;

/// <summary><c>executions redrive FILE EXECUTION [--timeout T] [--json]</c>.</summary>
internal static class RedriveExecution
{
    public static Command Make(CliConsole console)
    {
        Argument<string> file = ExecutionsAction.File(), execution = ExecutionsAction.Execution();
        Option<TimeSpan> timeout = ExecutionsAction.Timeout();
        Option<bool> json = ExecutionsAction.Json();
        Command command = new(
            "redrive", "Take an execution that did not succeed on from where it failed. A redrive begins tasks, so the process that owns the file does it; with none, the next one to open it does")
        {
            file, execution, timeout, json,
        };
        command.SetAction(console, file, async (parsed, journal, token) =>
        {
            string arn = journal.Find(parsed.GetValue(execution)!);
            DateTimeOffset? redriven = await ExecutionsAction.OwnOrAskAsync<DateTimeOffset?>(
                journal, parsed.GetValue(timeout), executions => Task.FromResult(Leave(executions, arn)),
                async requests => await requests.RedriveAsync(arn, token).ConfigureAwait(false)).ConfigureAwait(false);
            if (parsed.GetValue(json))
            {
                JsonDocumentWriter.Write(console.Output, writer =>
                {
                    if (redriven is { } time) writer.WriteString("redriveDate", ExecutionWords.Of(time));
                    else writer.WriteBoolean("isPending", true);
                });
            }
            else
            {
                await console.Output.WriteLineAsync(redriven is { } time
                    ? $"{arn} goes on since {ExecutionWords.Of(time)}."
                    : $"No process owns '{journal.Name}': the redrive of {arn} is left in it, and the next host that opens it goes on with the execution.").ConfigureAwait(false);
            }

            return ExitCodes.Success;
        });
        return command;
    }

    private static DateTimeOffset? Leave(DurableExecutions executions, string arn)
    {
        executions.LeaveRedrive(arn);
        return null;
    }
}

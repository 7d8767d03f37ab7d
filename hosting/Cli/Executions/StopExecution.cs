using System.CommandLine;

namespace Compiled.Cli.Executions;

/// <summary><c>executions stop FILE EXECUTION [--error E] [--cause C] [--timeout T] [--json]</c>.</summary>
internal static class StopExecution
{
    public static Command Make(CliConsole console)
    {
        Argument<string> file = ExecutionsAction.File(), execution = ExecutionsAction.Execution();
        Option<string?> error = new("--error") { Description = "The error name that the execution ends with" };
        Option<string?> cause = new("--cause") { Description = "Why, for people" };
        Option<TimeSpan> timeout = ExecutionsAction.Timeout();
        Option<bool> json = ExecutionsAction.Json();
        Command command = new("stop", "End an execution as ABORTED, by the process that owns the file if there is one; one that has ended stays as it is")
        {
            file, execution, error, cause, timeout, json,
        };
        command.SetAction(console, file, async (parsed, journal, token) =>
        {
            string arn = journal.Find(parsed.GetValue(execution)!);
            (string? name, string? why) = (parsed.GetValue(error), parsed.GetValue(cause));
            DateTimeOffset stopped = await ExecutionsAction.OwnOrAskAsync(
                journal, parsed.GetValue(timeout), executions => executions.StopWithChildrenAsync(arn, name, why),
                requests => requests.StopExecutionAsync(arn, name, why, token)).ConfigureAwait(false);
            ExecutionStatus status = journal.Reader.Describe(arn).Status;
            if (parsed.GetValue(json)) JsonDocumentWriter.Write(console.Output, writer => writer.WriteString("stopDate", ExecutionWords.Of(stopped)));
            else await console.Output.WriteLineAsync($"{arn} ended {ExecutionWords.Of(stopped)} as {ExecutionWords.Paint(StatusWords.Of(status), status, console.UsesColour)}.").ConfigureAwait(false);
            return ExitCodes.Success;
        });
        return command;
    }
}

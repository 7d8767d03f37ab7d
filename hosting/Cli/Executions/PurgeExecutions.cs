using System.CommandLine;
using System.Globalization;

namespace Compiled.Cli.Executions;

/// <summary><c>executions purge FILE [--age 90d] [--timeout T] [--json]</c>.</summary>
internal static class PurgeExecutions
{
    public static Command Make(CliConsole console)
    {
        Argument<string> file = ExecutionsAction.File();
        Option<TimeSpan> age = Moments.Length("--age", "How long ago they must have ended; AWS keeps executions for 90 days", TimeSpan.FromDays(90));
        Option<TimeSpan> timeout = ExecutionsAction.Timeout();
        Option<bool> json = ExecutionsAction.Json();
        Command command = new("purge", "Delete executions that ended long ago, with their histories") { file, age, timeout, json };
        command.SetAction(console, file, async (parsed, journal, token) =>
        {
            TimeSpan old = parsed.GetValue(age);
            long deleted = await ExecutionsAction.OwnOrAskAsync(
                journal, parsed.GetValue(timeout), executions => executions.PurgeAsync(old, new Progress(console.Error, "deleted"), token),
                requests => requests.PurgeAsync(old, new Progress(console.Error, "deleted"), token)).ConfigureAwait(false);
            if (parsed.GetValue(json)) JsonDocumentWriter.Write(console.Output, writer => writer.WriteNumber("deleted", deleted));
            else await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{deleted} executions deleted.")).ConfigureAwait(false);
            return ExitCodes.Success;
        });
        return command;
    }
}

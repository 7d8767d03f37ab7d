using System.CommandLine;
using System.Globalization;
using Compiled.Durable;

namespace Compiled.Cli.Executions;

/// <summary><c>executions verify FILE [EXECUTION] [--json]</c>.</summary>
internal static class VerifyExecutions
{
    public static Command Make(CliConsole console)
    {
        Argument<string> file = ExecutionsAction.File();
        Argument<string?> execution = ExecutionsAction.OptionalExecution();
        Option<bool> json = ExecutionsAction.Json();
        Command command = new(
            "verify", "Feed the recorded signals of an execution, or of all, to its definition again and compare the histories. Exit codes: 0 all are the same; 1 one differs; 2 the command line or the file is wrong")
        {
            file, execution, json,
        };
        command.SetAction(console, file, (parsed, journal, token) =>
        {
            List<(string Arn, string Difference)> wrong = [];
            Progress progress = new(console.Error, "verified");
            long count = 0;
            foreach (string arn in parsed.GetValue(execution) is { } one ? [journal.Find(one)] : Everything(journal.Reader))
            {
                token.ThrowIfCancellationRequested();
                if (journal.Reader.Verify(arn) is { } difference) wrong.Add((arn, difference));
                progress.Report(++count);
            }

            if (parsed.GetValue(json)) WriteJson(count, wrong, console.Output);
            else Write(count, wrong, console.Output);
            return Task.FromResult(wrong.Count == 0 ? ExitCodes.Success : ExitCodes.Failure);
        });
        return command;
    }

    private static IEnumerable<string> Everything(ExecutionReader reader)
    {
        string? next = null;
        do
        {
            ExecutionPage page = reader.List(new ExecutionQuery { WithItems = true }, next, 1000);
            foreach (ExecutionSummary execution in page.Executions) yield return execution.ExecutionArn;
            next = page.NextToken;
        }
        while (next is not null);
    }

    private static void Write(long count, List<(string Arn, string Difference)> wrong, TextWriter output)
    {
        foreach ((string arn, string difference) in wrong) output.WriteLine($"{arn}: {difference}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} executions verified, {wrong.Count} differ."));
    }

    private static void WriteJson(long count, List<(string Arn, string Difference)> wrong, TextWriter output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteNumber("verified", count);
        json.WriteStartArray("differences");
        foreach ((string arn, string difference) in wrong)
        {
            json.WriteStartObject();
            json.WriteString("executionArn", arn);
            json.WriteString("difference", difference);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}

using System.CommandLine;
using Compiled.Durable;

namespace Compiled.Cli.Executions;

/// <summary><c>executions describe FILE EXECUTION [--json]</c>.</summary>
internal static class DescribeExecution
{
    public static Command Make(CliConsole console)
    {
        Argument<string> file = ExecutionsAction.File(), execution = ExecutionsAction.Execution();
        Option<bool> json = ExecutionsAction.Json();
        Command command = new("describe", "Show everything about an execution but its history") { file, execution, json };
        command.SetAction(console, file, (parsed, journal, _) =>
        {
            ExecutionDescription described = journal.Reader.Describe(journal.Find(parsed.GetValue(execution)!));
            IReadOnlyList<MapRunDescription> mapRuns = MapRunText.Of(journal.Reader, described.ExecutionArn);
            if (parsed.GetValue(json))
            {
                JsonDocumentWriter.Write(console.Output, writer =>
                {
                    JsonDocumentWriter.WriteDescription(writer, described);
                    MapRunText.Write(mapRuns, writer);
                });
                return Task.FromResult(ExitCodes.Success);
            }

            Write(described, console);
            MapRunText.Write(mapRuns, console.Output);
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static void Write(ExecutionDescription described, CliConsole console)
    {
        ExecutionSummary summary = described.Summary;
        (string Name, string? Value)[] members =
        [
            ("Execution", summary.ExecutionArn),
            ("Machine", summary.StateMachineArn),
            ("Status", ExecutionWords.Paint(StatusWords.Of(summary.Status), summary.Status, console.UsesColour)),
            ("Started", ExecutionWords.Of(summary.StartDate)),
            ("Ended", summary.StopDate is { } stop ? $"{ExecutionWords.Of(stop)}, after {ExecutionWords.Length(stop - summary.StartDate)}" : null),
            ("Redriven", summary.RedriveDate is { } redriven ? $"{ExecutionWords.Of(redriven)}, {summary.RedriveCount} times in all" : null),
            ("Input", described.Input.ToString()),
            ("Output", described.Output.IsMissing ? null : described.Output.ToString()),
            ("Error", described.Error),
            ("Cause", described.Cause),
        ];
        foreach ((string name, string? value) in members)
            if (value is not null) console.Output.WriteLine($"{name,-10} {value}");
    }
}

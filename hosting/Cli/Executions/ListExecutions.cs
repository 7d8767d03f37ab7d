using System.CommandLine;
using Compiled.Durable;

namespace Compiled.Cli.Executions;

/// <summary><c>executions list FILE [--machine M] [--status S] [--name PREFIX] [--since T] [--until T] [--max N] [--next TOKEN] [--json]</c>.</summary>
internal static class ListExecutions
{
    public static Command Make(CliConsole console)
    {
        Argument<string> file = ExecutionsAction.File();
        Option<string?> machine = new("--machine") { Description = "Only those of this machine: its name or ARN" };
        Option<string?> status = new("--status") { Description = "Only those with this status", HelpName = string.Join('|', StatusWords.All) };
        status.AcceptOnlyFromAmong([.. StatusWords.All]);
        Option<string?> name = new("--name") { Description = "Only those whose name begins so" };
        Option<DateTimeOffset?> since = Moments.Time("--since", "Only those that started then or later");
        Option<DateTimeOffset?> until = Moments.Time("--until", "Only those that started before");
        Option<string?> mapRun = new("--map-run") { Description = "Only the children of this Map Run, an ARN as 'describe' shows it" };
        Option<int> max = Max("executions");
        Option<string?> next = new("--next") { Description = "Where the page before ended, as it said" };
        Option<bool> json = ExecutionsAction.Json();
        Command command = new("list", "List executions, the newest first") { file, machine, status, name, since, until, mapRun, max, next, json };
        command.SetAction(console, file, (parsed, journal, _) =>
        {
            ExecutionPage page = journal.Reader.List(
                new ExecutionQuery
                {
                    Machine = parsed.GetValue(machine),
                    Status = StatusWords.Parse(parsed.GetValue(status)),
                    NamePrefix = parsed.GetValue(name),
                    StartedFrom = parsed.GetValue(since),
                    StartedBefore = parsed.GetValue(until),
                    MapRun = parsed.GetValue(mapRun),
                },
                parsed.GetValue(next), parsed.GetValue(max));
            if (parsed.GetValue(json)) WriteJson(page, console.Output);
            else WriteTable(page, console);
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    /// <summary>How many there are in a page.</summary>
    public static Option<int> Max(string what)
    {
        Option<int> max = new("--max") { Description = $"At most so many {what}, 1 to 1000", HelpName = "N", DefaultValueFactory = static _ => 100 };
        max.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 1000) result.AddError("--max takes a number from 1 to 1000.");
        });
        return max;
    }

    private static void WriteJson(ExecutionPage page, TextWriter output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartArray("executions");
        foreach (ExecutionSummary execution in page.Executions)
        {
            json.WriteStartObject();
            JsonDocumentWriter.WriteSummary(json, execution);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (page.NextToken is { } next) json.WriteString("nextToken", next);
    });

    private static void WriteTable(ExecutionPage page, CliConsole console)
    {
        TextTable table = new("STATUS", "MACHINE", "NAME", "STARTED", "LASTED", "REDRIVES");
        foreach (ExecutionSummary execution in page.Executions)
        {
            table.Add(
                [
                    StatusWords.Of(execution.Status), execution.StateMachineArn.Split(':')[^1], execution.Name, ExecutionWords.Short(execution.StartDate),
                    execution.StopDate is { } stop ? ExecutionWords.Length(stop - execution.StartDate) : "-",
                    execution.RedriveCount == 0 ? "" : execution.RedriveCount.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ],
                (column, text) => column == 0 ? ExecutionWords.Paint(text, execution.Status, console.UsesColour) : text);
        }

        table.Write(console.Output);
        if (page.NextToken is { } next) console.Error.WriteLine($"There are more: --next {next}");
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Compiled.Durable;

namespace Compiled.Cli.Executions;

/// <summary><c>executions history FILE EXECUTION [--reverse] [--max N] [--next TOKEN] [--json]</c>.</summary>
internal static class ExecutionHistory
{
    public static Command Make(CliConsole console)
    {
        Argument<string> file = ExecutionsAction.File(), execution = ExecutionsAction.Execution();
        Option<bool> reverse = new("--reverse") { Description = "The newest events first" };
        Option<int> max = ListExecutions.Max("events");
        Option<string?> next = new("--next") { Description = "Where the page before ended, as it said" };
        Option<bool> json = ExecutionsAction.Json();
        Command command = new("history", "Show the events of an execution") { file, execution, reverse, max, next, json };
        command.SetAction(console, file, (parsed, journal, _) =>
        {
            HistoryPage page = journal.Reader.GetHistory(
                journal.Find(parsed.GetValue(execution)!), parsed.GetValue(reverse), parsed.GetValue(next), parsed.GetValue(max));
            if (parsed.GetValue(json)) WriteJson(page, console.Output);
            else WriteTable(page, console);
            return Task.FromResult(ExitCodes.Success);
        });
        return command;
    }

    private static void WriteJson(HistoryPage page, TextWriter output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartArray("events");
        foreach (JsonElement item in page.Events) item.WriteTo(json);
        json.WriteEndArray();
        if (page.NextToken is { } next) json.WriteString("nextToken", next);
    });

    private static void WriteTable(HistoryPage page, CliConsole console)
    {
        TextTable table = new("ID", "TIME", "EVENT", "WHAT");
        foreach (JsonElement item in page.Events)
        {
            table.Add([
                item.GetProperty("id").GetInt64().ToString(CultureInfo.InvariantCulture), Time(item.GetProperty("timestamp").GetDecimal()), item.GetProperty("type").GetString()!, What(item)]);
        }

        table.Write(console.Output);
        if (page.NextToken is { } next) console.Error.WriteLine($"There are more: --next {next}");
    }

    private static string Time(decimal seconds) => ExecutionWords.Of(DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)));

    // What tells events of one type apart: the state, the resource, the error.
    private static string What(JsonElement item)
    {
        foreach (JsonProperty details in item.EnumerateObject())
        {
            if (details.Value.ValueKind != JsonValueKind.Object) continue;
            foreach (string name in (string[])["name", "resource", "error"])
                if (details.Value.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String) return text.GetString()!;
        }

        return "";
    }
}

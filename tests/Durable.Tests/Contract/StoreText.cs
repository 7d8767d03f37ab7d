using System.Globalization;
using System.Text;
using Compiled.Durable.Journal;

namespace Durable.Tests.Contract;

/// <summary>All that a store holds, as text: two stores that hold the same give the same.</summary>
internal static class StoreText
{
    public static string Of(IJournalReader reader)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"last {reader.LastExecution()}");
        foreach (ExecutionRow row in reader.List(new ExecutionFilter { WithItems = true }, int.MaxValue))
            text.AppendLine(CultureInfo.InvariantCulture, $"{row}: {string.Join(", ", reader.Lines(row.Id))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"unparked {string.Join(", ", reader.ListUnparked(0, int.MaxValue))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"parked {string.Join(", ", reader.ListParked(long.MaxValue, int.MaxValue))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"counts {string.Join(", ", reader.CountByStatus().OrderBy(static pair => pair.Key))}");
        foreach (StoredActivity activity in reader.ListActivities())
            text.AppendLine(CultureInfo.InvariantCulture, $"{activity}: {string.Join(", ", reader.ListTasks(activity.Arn, 0, int.MaxValue))}");
        foreach (string hash in reader.List(new ExecutionFilter { WithItems = true }, int.MaxValue).Select(static row => row.Head.DefinitionHash).Distinct().Order())
            text.AppendLine(CultureInfo.InvariantCulture, $"{hash}: {reader.FindDefinition(hash)}");
        foreach (ExecutionRow row in reader.List(new ExecutionFilter(), int.MaxValue))
            text.AppendJoin('\n', reader.ListMapRuns(row.Id, -1, int.MaxValue)).AppendJoin('\n', reader.ListHeldTasks(row.Id)).AppendLine();
        foreach (JournalRequest request in reader.ListRequests(0, int.MaxValue))
            text.AppendLine(CultureInfo.InvariantCulture, $"{request.Number} {request.Kind} {request.Execution} {Encoding.UTF8.GetString(request.Body.Span)}");
        return text.ToString();
    }
}

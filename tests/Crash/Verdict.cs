using System.Text.Json;
using Compiled;
using Compiled.Durable;
using Compiled.Durable.Journal;

namespace Crash;

/// <summary>What is wrong with a journal after the kills, if anything.</summary>
internal sealed class Verdict
{
    public List<string> Wrong { get; } = [];

    public int Executions { get; private set; }

    public int Events { get; private set; }

    public int Effects { get; private set; }

    /// <summary>
    /// Every acknowledged start is there, everything has ended as its machine says, histories have no gap and are what their signals give
    /// again, and no attempt was made twice.
    /// </summary>
    public static Verdict Of(IJournalStore journal, IReadOnlyCollection<string> acknowledged, IReadOnlyCollection<string> effects)
    {
        Verdict verdict = new() { Effects = effects.Count };
        foreach (string doubled in effects.GroupBy(static line => line).Where(static group => group.Count() > 1).Select(static group => group.Key))
            verdict.Wrong.Add($"attempt {doubled} was made twice");

        HashSet<string> found = [];
        DurableExecutions executions = new(journal);
        foreach (Workflow machine in MachineList.All())
            executions.AddMachine(machine);
        string? next = null;
        do
        {
            ExecutionPage page = executions.List(nextToken: next, maxResults: 1000);
            foreach (ExecutionSummary execution in page.Executions)
            {
                found.Add(execution.ExecutionArn);
                verdict.Look(executions, execution);
            }

            next = page.NextToken;
        }
        while (next is not null);

        foreach (string lost in acknowledged.Except(found))
            verdict.Wrong.Add($"{lost} was acknowledged and is not there");
        return verdict;
    }

    private void Look(DurableExecutions executions, ExecutionSummary execution)
    {
        Executions++;
        string arn = execution.ExecutionArn;
        ExecutionDescription description = executions.Describe(arn);
        bool fails = execution.StateMachineArn.EndsWith(":Caught", StringComparison.Ordinal) && description.Input[Compiled.Values.Key.Of("odd")].IsTrue;
        if (execution.Status != (fails ? ExecutionStatus.Failed : ExecutionStatus.Succeeded))
            Wrong.Add($"{arn} is {execution.Status}, {description.Error} {description.Cause}");

        List<JsonElement> events = [];
        string? next = null;
        do
        {
            HistoryPage page = executions.GetHistory(arn, nextToken: next, maxResults: 1000);
            events.AddRange(page.Events);
            next = page.NextToken;
        }
        while (next is not null);

        Events += events.Count;
        for (int i = 0; i < events.Count; i++)
        {
            if (events[i].GetProperty("id").GetInt32() != i + 1)
                Wrong.Add($"{arn} has the event {events[i].GetProperty("id")} in the place of {i + 1}");
        }

        if (executions.Verify(arn) is { } difference)
            Wrong.Add($"{arn}: {difference}");
    }
}

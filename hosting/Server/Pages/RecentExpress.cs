using Compiled.Durable;
using Compiled.History;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Compiled.Server.Executions;
using Compiled.Server.Machines;
using Compiled.WebConsole;

namespace Compiled.Server.Pages;

/// <summary>
/// The Express executions that ran last, of machines that log: in memory, so many and so many bytes at most, gone with the process. What their logs would have is kept of them,
/// and nothing of machines whose logging is off. FEATURES V-018.
/// </summary>
internal sealed class RecentExpress(MachineCatalog catalog) : IExecutionObserver, IConsoleExpress
{
    private const int MostKept = 1000;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, RecentRun> _byArn = new(StringComparer.Ordinal);
    private readonly Queue<RecentRun> _runs = [];
    private long _bytes;

    public string Keeping => "Of Express executions the last 1,000 are kept in memory, with 64 MB of events at most, of machines that log: as much of each as the log level has.";

    public void Recorded(ExecutionStep step)
    {
        if (step.Type != MachineType.Express || step.IsMapRunChild || Find(step) is not { } run)
            return;
        long added = run.Add(step);
        lock (_lock)
        {
            // One that was let go meanwhile counts no more.
            if (!_byArn.ContainsKey(step.ExecutionArn))
                return;
            run.Counted += added;
            _bytes += added;
            while (_runs.Count > MostKept || (_bytes > MostBytes && _runs.Count > 1))
            {
                RecentRun oldest = _runs.Dequeue();
                _byArn.Remove(oldest.ExecutionArn);
                _bytes -= oldest.Counted;
            }
        }
    }

    public IReadOnlyList<ExecutionSummary> List()
    {
        RecentRun[] runs;
        lock (_lock)
            runs = [.. _runs];
        Array.Reverse(runs);
        return [.. runs.Select(static run => run.Summary)];
    }

    public ConsoleExpressExecution? Find(string executionArn)
    {
        RecentRun? run;
        lock (_lock)
            run = _byArn.GetValueOrDefault(executionArn);
        return run?.Snapshot();
    }

    private RecentRun? Find(ExecutionStep step)
    {
        lock (_lock)
        {
            if (_byArn.TryGetValue(step.ExecutionArn, out RecentRun? known))
                return known;
            if (step.Events[0].Type != HistoryEventType.ExecutionStarted || MachineLogs.SettingsOf(catalog, step.StateMachineArn) is not { } logging || catalog.Find(step.StateMachineArn) is not { } machine)
                return null;
            RecentRun run = new(step.ExecutionArn, step.StartDate, machine, logging);
            _byArn.Add(step.ExecutionArn, run);
            _runs.Enqueue(run);
            return run;
        }
    }
}

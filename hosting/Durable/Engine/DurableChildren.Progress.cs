using System.Diagnostics;
using Compiled.Durable.Journal;
using Compiled.MapRuns;

namespace Compiled.Durable.Engine;

/// <summary>What the store is told of the run while it goes on, and what it told of it before.</summary>
internal sealed partial class DurableChildren
{
    // How often the counts are written: for who looks at the file from another process, and after a crash.
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private MapRun? _run;
    private long _told = Stopwatch.GetTimestamp();

    /// <summary>Gives a run the limits that it was given while it ran before, and in a redrive what is left of it.</summary>
    public void Begin(MapRun run)
    {
        _run = run;
        MapRunRequest request = run.Request;
        if (request.Settings.Refusal is not null || engine.Store.ListMapRuns(parent, request.Effect - 1, 1) is not [{ } stored] || stored.Effect != request.Effect)
            return;
        run.Update(stored.MaxConcurrency, stored.ToleratedFailureCount, stored.ToleratedFailurePercentage);
        if (request.RedriveCount > 0)
            run.ExpectRedrives(stored.Items.Unsuccessful, stored.Executions.Unsuccessful);
    }

    /// <summary>Writes how many items and children are where.</summary>
    public async Task TellAsync(MapRun run)
    {
        try
        {
            await engine.Writer.WriteAsync(store =>
            {
                store.ChangeMapRun(parent, run.Request.Effect, new MapRunChange { Items = run.ItemCounts, Executions = run.ExecutionCounts });
                return true;
            }).ConfigureAwait(false);
        }
        catch (Exception) when (engine.IsStopping)
        {
            // They are counted again when the run goes on.
        }
    }

    private void TellNow()
    {
        long told = Interlocked.Read(ref _told);
        if (Stopwatch.GetElapsedTime(told) >= s_pause && Interlocked.CompareExchange(ref _told, Stopwatch.GetTimestamp(), told) == told)
            _ = TellAsync(_run!);
    }
}

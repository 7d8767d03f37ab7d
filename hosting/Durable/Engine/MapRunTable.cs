using System.Collections.Concurrent;
using Compiled.Durable.Journal;
using Compiled.Execution;
using Compiled.MapRuns;
using Compiled.Values;

namespace Compiled.Durable.Engine;

/// <summary>The Map Runs that this process does.</summary>
internal sealed class MapRunTable(Engine engine)
{
    private readonly ConcurrentDictionary<string, LiveMapRun> _live = new(StringComparer.Ordinal);

    /// <summary>A run that is being done here; null when none of that ARN is.</summary>
    public MapRun? Find(string arn) => _live.GetValueOrDefault(arn)?.Run;

    /// <summary>
    /// Does a run to its end, after an earlier one of that ARN that still stops its children: AWS redrives a Map Run when it has ended.
    /// </summary>
    public async ValueTask<JsonValue> RunAsync(MapRun run, DurableChildren children, CancellationToken cancellationToken)
    {
        LiveMapRun live = new(run);
        while (!_live.TryAdd(run.Request.Arn, live))
        {
            if (!_live.TryGetValue(run.Request.Arn, out LiveMapRun? earlier) || earlier.Await(engine.Gate) is not { } ended)
                continue;
            engine.Gate.Leave();
            await ended.ConfigureAwait(false);
        }

        try
        {
            children.Begin(run);
            return await run.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // Where children stand when their run was stopped is known only now; the step that stopped it is long written.
            if (cancellationToken.IsCancellationRequested)
                await children.TellAsync(run).ConfigureAwait(false);
            _live.TryRemove(run.Request.Arn, out _);
            live.End();
        }
    }
}

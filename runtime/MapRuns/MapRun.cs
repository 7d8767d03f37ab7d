using Compiled.Values;

namespace Compiled.MapRuns;

/// <summary>
/// One run of a distributed Map: reads the items, has children run, at most so many at once, bears with as many failures as are tolerated, and
/// gathers or writes the results. It holds no more items than run at once. FEATURES A15.
/// </summary>
/// <remarks>A host makes it for the <see cref="Execution.Frame.MapRun"/> of an execution, and feeds what <see cref="RunAsync"/> gives as the reply.</remarks>
public sealed class MapRun
{
    private readonly Lock _lock = new();
    private int _maxConcurrency;
    private FailureTolerance _tolerance;

    /// <summary>Makes a run that has not started.</summary>
    public MapRun(MapRunRequest request, MapRunOptions options)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        (Request, Options) = (request, options);
        MapRunSettings settings = request.Settings;
        Completions = new CompletionQueue<MapRunCompletion?>(options.Gate is { } gate ? gate.Enter : null);
        _maxConcurrency = Limited(settings.MaxConcurrency);
        _tolerance = new FailureTolerance(settings.ToleratedFailureCount, settings.ToleratedFailurePercentage);
    }

    /// <summary>What the execution asked for.</summary>
    public MapRunRequest Request { get; }

    /// <summary>Where the run stands.</summary>
    public MapRunStatus Status { get; private set; }

    /// <summary>When the run started; the default before.</summary>
    public DateTimeOffset StartDate { get; private set; }

    /// <summary>When the run ended; the default before.</summary>
    public DateTimeOffset StopDate { get; private set; }

    /// <summary>How many items are where.</summary>
    public MapRunCounts ItemCounts => Items.Counts;

    /// <summary>How many child executions are where.</summary>
    public MapRunCounts ExecutionCounts => Executions.Counts;

    /// <summary>How many children may run at once.</summary>
    public int MaxConcurrency => Volatile.Read(ref _maxConcurrency);

    /// <summary>How many items may fail; 0 where it is not said.</summary>
    public int ToleratedFailureCount => Tolerance.Count ?? 0;

    /// <summary>Which share of the items may fail, from 0 to 100; 0 where it is not said.</summary>
    public double ToleratedFailurePercentage => Tolerance.Percentage ?? 0;

    internal MapRunOptions Options { get; }

    internal MapRunTally Items { get; } = new();

    internal MapRunTally Executions { get; } = new();

    internal CompletionQueue<MapRunCompletion?> Completions { get; }

    internal FailureTolerance Tolerance
    {
        get
        {
            lock (_lock)
                return _tolerance;
        }
    }

    /// <summary>Changes the limits while the run goes on; what is null stays as it is. FEATURES P-121.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a percentage more than 100.</exception>
    public void Update(int? maxConcurrency = null, int? toleratedFailureCount = null, double? toleratedFailurePercentage = null)
    {
        CheckLimits(maxConcurrency, toleratedFailureCount, toleratedFailurePercentage);
        lock (_lock)
            _tolerance = new FailureTolerance(toleratedFailureCount ?? _tolerance.Count, toleratedFailurePercentage ?? _tolerance.Percentage);
        if (maxConcurrency is { } most)
            Volatile.Write(ref _maxConcurrency, Limited(most));
        Completions.Add(null);
    }

    /// <summary>
    /// Runs to the end: gives the Map state's result, or a failure value with the error that ends it. Called once. When the token stops the run, its
    /// children are stopped, and what it gives says nothing.
    /// </summary>
    public async ValueTask<JsonValue> RunAsync(CancellationToken cancellationToken = default)
    {
        StartDate = Options.TimeProvider.GetUtcNow();
        MapRunStatus end = MapRunStatus.Aborted;
        try
        {
            JsonValue result = await new MapRunWork(this, cancellationToken).RunAsync().ConfigureAwait(false);
            end = result.IsFailure ? MapRunStatus.Failed : MapRunStatus.Succeeded;
            return result;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return JsonValue.Failure(new Fault(null, null));
        }
        finally
        {
            StopDate = Options.TimeProvider.GetUtcNow();
            Status = end;
        }
    }

    /// <summary>The run is redriven: so many items and children had not succeeded before.</summary>
    internal void ExpectRedrives(long items, long executions)
    {
        Items.Expect(items);
        Executions.Expect(executions);
    }

    /// <summary>A child that had not succeeded before goes on, or was started anew.</summary>
    internal void Redriven(int items)
    {
        Items.Redriven(items);
        Executions.Redriven(1);
    }

    /// <summary>A child that had not succeeded before can't go on.</summary>
    internal void NotRedrivable(int items)
    {
        Items.NotRedrivable(items);
        Executions.NotRedrivable(1);
    }

    internal static void CheckLimits(int? maxConcurrency, int? toleratedFailureCount, double? toleratedFailurePercentage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxConcurrency ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(toleratedFailureCount ?? 0);
        ArgumentOutOfRangeException.ThrowIfNegative(toleratedFailurePercentage ?? 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toleratedFailurePercentage ?? 0, 100);
    }

    private static int Limited(int maxConcurrency)
        => maxConcurrency is > 0 and < MapRunSettings.MostConcurrency ? maxConcurrency : MapRunSettings.MostConcurrency;
}

using System.Diagnostics.Metrics;

namespace Compiled.Observation.Metrics;

/// <summary>The metrics of one kind of task.</summary>
internal sealed class WorkMetrics
{
    private readonly string _dimension;
    private readonly Histogram<double> _scheduleTime, _runTime, _time;
    private readonly Counter<long> _scheduled, _started, _succeeded, _failed, _timedOut;

    /// <param name="meter">The meter.</param>
    /// <param name="one">How the names of times begin: <c>LambdaFunction</c>.</param>
    /// <param name="many">How the names of counts begin: <c>LambdaFunctions</c>.</param>
    /// <param name="dimension">The tag: <c>LambdaFunctionArn</c>.</param>
    public WorkMetrics(Meter meter, string one, string many, string dimension)
    {
        _dimension = dimension;
        _scheduleTime = meter.CreateHistogram<double>(one + "ScheduleTime", "ms", "From scheduling to the begin of the work.");
        _runTime = meter.CreateHistogram<double>(one + "RunTime", "ms", "From the begin of the work to its end.");
        _time = meter.CreateHistogram<double>(one + "Time", "ms", "From scheduling to the end of the work.");
        _scheduled = meter.CreateCounter<long>(many + "Scheduled", "{task}", "Tasks that were scheduled.");
        _started = meter.CreateCounter<long>(many + "Started", "{task}", "Tasks that began.");
        _succeeded = meter.CreateCounter<long>(many + "Succeeded", "{task}", "Tasks that succeeded.");
        _failed = meter.CreateCounter<long>(many + "Failed", "{task}", "Tasks that failed.");
        _timedOut = meter.CreateCounter<long>(many + "TimedOut", "{task}", "Tasks that took too long.");
    }

    public void Scheduled(string resource) => _scheduled.Add(1, Tag(resource));

    public void Started(string resource, Begun? begun, DateTimeOffset now)
    {
        _started.Add(1, Tag(resource));
        if (begun is not null)
            _scheduleTime.Record((now - begun.Scheduled).TotalMilliseconds, Tag(resource));
    }

    public void Ended(WorkEvent work, string resource, Begun? begun, DateTimeOffset now)
    {
        Counter<long> counter = work.Phase switch { WorkPhase.Succeeded => _succeeded, WorkPhase.Failed => _failed, _ => _timedOut };
        counter.Add(1, Tag(resource));
        if (begun is null)
            return;
        _time.Record((now - begun.Scheduled).TotalMilliseconds, Tag(resource));
        if (begun.Started is { } started)
            _runTime.Record((now - started).TotalMilliseconds, Tag(resource));
    }

    private KeyValuePair<string, object?> Tag(string resource) => new(_dimension, resource);
}

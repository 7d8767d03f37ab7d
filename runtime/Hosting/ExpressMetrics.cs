using System.Diagnostics.Metrics;

namespace Compiled.Hosting;

/// <summary>The meter <c>Compiled.Express</c> of one host. The meters of several hosts have one name; <see cref="Meter.Scope"/> is the host.</summary>
internal sealed class ExpressMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _queueTime;

    public ExpressMetrics(ExpressHost host)
    {
        _meter = new Meter(new MeterOptions("Compiled.Express") { Scope = host });
        _refused = _meter.CreateCounter<long>("compiled.express.refused", "{start}", "Starts that found the queue full.");
        _queueTime = _meter.CreateHistogram<double>("compiled.express.queue.duration", "s", "From the acceptance of a start to the begin of its execution.");
        _meter.CreateObservableGauge("compiled.express.queued", () => host.QueuedCount, "{start}", "Starts that wait for a worker.");
        _meter.CreateObservableGauge("compiled.express.running", () => host.RunningCount, "{execution}", "Executions that are under way.");
    }

    public bool TimesQueue => _queueTime.Enabled;

    public void Refused(string stateMachineName) => _refused.Add(1, new KeyValuePair<string, object?>("state_machine", stateMachineName));

    public void Begun(string stateMachineName, TimeSpan queued) => _queueTime.Record(queued.TotalSeconds, new KeyValuePair<string, object?>("state_machine", stateMachineName));

    public void Dispose() => _meter.Dispose();
}

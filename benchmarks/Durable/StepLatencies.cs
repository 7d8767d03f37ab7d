using System.Diagnostics.Metrics;

namespace Compiled.Benchmarks.Durable;

/// <summary>Listens to how long steps take to be durable.</summary>
internal sealed class StepLatencies : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _lock = new();
    private List<double> _seconds = [];

    public StepLatencies()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Name == "compiled.journal.step.duration")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) =>
        {
            lock (_lock)
                _seconds.Add(seconds);
        });
        _listener.Start();
    }

    /// <summary>Takes what came since the last time, in order of size.</summary>
    public double[] Take()
    {
        List<double> taken;
        lock (_lock)
            (taken, _seconds) = (_seconds, []);
        return [.. taken.Order()];
    }

    public void Dispose() => _listener.Dispose();
}

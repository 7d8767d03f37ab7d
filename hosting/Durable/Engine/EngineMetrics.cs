using System.Diagnostics;
using System.Diagnostics.Metrics;
using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>The meter <c>Compiled.Durable</c>.</summary>
internal sealed class EngineMetrics : IDisposable
{
    private readonly Meter _meter = new("Compiled.Durable");
    private readonly Counter<long> _steps, _events, _bytes;
    private readonly Histogram<double> _latency;

    public EngineMetrics(Engine engine)
    {
        _steps = _meter.CreateCounter<long>("compiled.journal.steps", "{step}", "Steps that were made durable.");
        _events = _meter.CreateCounter<long>("compiled.journal.events", "{event}", "History events that were made durable.");
        _bytes = _meter.CreateCounter<long>("compiled.journal.written", "By", "Bytes of steps that were made durable.");
        _latency = _meter.CreateHistogram<double>("compiled.journal.step.duration", "s", "From handing a step in to hearing that it is durable.");
        _meter.CreateObservableGauge("compiled.journal.backlog", () => engine.Writer.Backlog, "{step}", "Steps that wait to be written.");
        _meter.CreateObservableGauge("compiled.executions.in_memory", () => engine.Runs.Count, "{execution}", "Executions that are in memory.");
        _meter.CreateObservableGauge("compiled.executions.in_trouble", () => engine.Troubles.Count, "{execution}", "Executions that stand still for want of a handler or a definition.");
    }

    public void Committed(Append append, long handedIn)
    {
        if (_latency.Enabled)
            _latency.Record(Stopwatch.GetElapsedTime(handedIn).TotalSeconds);
        if (!_steps.Enabled && !_events.Enabled && !_bytes.Enabled)
            return;
        _steps.Add(1);
        _events.Add(append.EventCount);
        _bytes.Add(append.Body.Length);
    }

    public void Dispose() => _meter.Dispose();
}

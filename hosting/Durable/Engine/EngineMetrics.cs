using System.Diagnostics.Metrics;
using Compiled.Durable.Journal;

namespace Compiled.Durable.Engine;

/// <summary>The meter <c>Compiled.Durable</c>.</summary>
internal sealed class EngineMetrics : IDisposable
{
    private readonly Meter _meter = new("Compiled.Durable");
    private readonly Counter<long> _steps, _events, _bytes;

    public EngineMetrics(Engine engine)
    {
        _steps = _meter.CreateCounter<long>("compiled.journal.steps", "{step}", "Steps that were made durable.");
        _events = _meter.CreateCounter<long>("compiled.journal.events", "{event}", "History events that were made durable.");
        _bytes = _meter.CreateCounter<long>("compiled.journal.written", "By", "Bytes of steps that were made durable.");
        _meter.CreateObservableGauge("compiled.journal.backlog", () => engine.Writer.Backlog, "{step}", "Steps that wait to be written.");
        _meter.CreateObservableGauge("compiled.executions.in_memory", () => engine.Runs.Count, "{execution}", "Executions that are in memory.");
        _meter.CreateObservableGauge("compiled.executions.in_trouble", () => engine.Troubles.Count, "{execution}", "Executions that stand still for want of a handler or a definition.");
    }

    public void Committed(Append append)
    {
        if (!_steps.Enabled && !_events.Enabled && !_bytes.Enabled)
            return;
        _steps.Add(1);
        _events.Add(append.EventCount);
        _bytes.Add(append.Body.Length);
    }

    public void Dispose() => _meter.Dispose();
}

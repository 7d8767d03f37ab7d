using Compiled.History;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Microsoft.Extensions.Logging;

namespace Compiled.Hosting;

/// <summary>Who watches the executions of a host. When nobody does they keep no history.</summary>
internal sealed class ExpressObservation : IExecutionObserver
{
    private readonly ObserverList? _all;
    private readonly ILogger? _logger;

    public ExpressObservation(ExpressHostOptions options)
    {
        ExecutionLog? log = options is { Log.Level: not ExecutionLogLevel.Off, LogSink: { } sink } ? new ExecutionLog(options.Log, sink) : null;
        IExecutionObserver[] observers = [.. new IExecutionObserver?[] { log, options.Metrics, options.Observer }.OfType<IExecutionObserver>()];
        _all = observers.Length > 0 ? new ObserverList(observers) : null;
        _logger = options.Logger;
    }

    /// <summary>Somebody watches.</summary>
    public bool IsOn => _all is not null;

    public IHistorySink Of(string executionArn, string stateMachineArn) => new ObservedRun(this, executionArn, stateMachineArn);

    // A log that can't be written must not end an execution.
    public void Recorded(ExecutionStep step)
    {
        try
        {
            _all!.Recorded(step);
        }
        catch (Exception failure)
        {
            if (_logger is not null)
                ExpressLog.ObserverFailed(_logger, failure, step.ExecutionArn);
        }
    }
}

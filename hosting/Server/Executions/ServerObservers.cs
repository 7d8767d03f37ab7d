using Compiled.Events.Status;
using Compiled.History;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Compiled.Observation.Metrics;
using Compiled.Server.Machines;

namespace Compiled.Server.Executions;

/// <summary>Who watches executions: logs, metrics, status changes.</summary>
internal sealed class ServerObservers : IAsyncDisposable
{
    private readonly MachineCatalog _catalog;
    private readonly ExecutionLog? _log;
    private readonly AwsMetrics? _metrics;
    private readonly StatusChanges? _changes;
    private readonly ObserverList? _all;
    private readonly ObserverList _logged;

    public ServerObservers(StepFunctionsOptions options, MachineCatalog catalog, StatusChanges? changes, IExecutionObserver recent)
    {
        (_catalog, _changes) = (catalog, changes);
        _log = options.Logs is { } sink ? new ExecutionLog(arn => MachineLogs.SettingsOf(catalog, arn), _ => sink) : null;
        _metrics = options.RecordsMetrics ? new AwsMetrics() : null;
        IExecutionObserver?[] observers = [_log, _metrics, _changes];
        _all = observers.Any(static observer => observer is not null) ? new ObserverList([.. observers.OfType<IExecutionObserver>()]) : null;
        _logged = new ObserverList([.. observers.OfType<IExecutionObserver>(), recent]);
    }

    /// <summary>The metrics by AWS's names; null when nobody wants them.</summary>
    public AwsMetrics? Metrics => _metrics;

    /// <summary>Watches Standard executions; null when nobody does.</summary>
    public IExecutionObserver? OfStandard => _all;

    /// <summary>Watches one Express execution; null when nobody does, and it keeps no history.</summary>
    public IHistorySink? OfExpress(string executionArn, string stateMachineArn)
        => MachineLogs.SettingsOf(_catalog, stateMachineArn) is not null ? new ObservedRun(_logged, executionArn, stateMachineArn)
            : _metrics is not null ? new ObservedRun(_all!, executionArn, stateMachineArn)
            : null;

    public async ValueTask DisposeAsync()
    {
        _metrics?.Dispose();
        if (_changes is not null)
            await _changes.DisposeAsync().ConfigureAwait(false);
    }
}

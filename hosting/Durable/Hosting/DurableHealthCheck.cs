using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Compiled.Durable;

/// <summary>Whether executions go on.</summary>
internal sealed class DurableHealthCheck(DurableExecutions executions) : IHealthCheck
{
    // What is shown of executions that stand still; the rest is only counted.
    private const int MostShown = 5;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(Check());

    private HealthCheckResult Check()
    {
        if (executions.JournalTrouble is { } trouble)
            return HealthCheckResult.Unhealthy("The journal can't be written.", trouble);
        IReadOnlyDictionary<long, string> troubles = executions.Troubles;
        return troubles.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{troubles.Count} executions stand still. {string.Join(' ', troubles.Values.Distinct().Take(MostShown))}");
    }
}

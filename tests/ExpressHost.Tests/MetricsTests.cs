using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Compiled.Hosting;
using Compiled.Observation.Metrics;
using Compiled.Values;
using ExpressHost.Tests.Machines;
using Host = Compiled.Hosting.ExpressHost;

namespace ExpressHost.Tests;

/// <summary>FEATURES V-060, V-066.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Metrics_OfAws_CountExecutionsAndRefusals()
    {
        Gate gate = new();
        using AwsMetrics metrics = new();
        await using Host host = new Host(new ExpressHostOptions { Metrics = metrics, WorkerCount = 1, MaxConcurrency = 1, QueueCapacity = 1, WhenFull = WhenFull.Refuses })
            .Add(gate.Workflow()).Add(new FailsWorkflow());
        using Measured measured = new(metrics);
        ExpressExecution first = await host.StartAsync("Ask", JsonValue.String("first"));
        await gate.CalledAsync("first");
        await host.StartAsync("Ask", JsonValue.String("second"));
        await Assert.ThrowsAsync<ExpressQueueFullException>(async () => await host.StartAsync("Ask", JsonValue.String("third")));
        await host.RunAsync("Fails", JsonValue.Null);
        gate.Open("first");
        gate.Open("second");
        await host.StopAsync();

        Assert.Equal(
            ["ExecutionThrottled Ask 1", "ExecutionsFailed Fails 1", "ExecutionsStarted Ask 2", "ExecutionsStarted Fails 1", "ExecutionsSucceeded Ask 2"],
            measured.Counts("StateMachineArn", "Execution").Where(static count => !count.StartsWith("ExecutionTime", StringComparison.Ordinal)).Select(static count => count.Replace("arn:aws:states:us-east-1:123456789012:stateMachine:", "")));
        Assert.NotNull(first);
    }

    [Fact]
    public async Task Metrics_OfTheHost_TellQueueAndRefusals()
    {
        Gate gate = new();
        await using Host host = OfOnePlace(gate);
        using Measured measured = new(host);
        await RefuseThirdAsync(host, gate);

        Assert.Equal(["compiled.express.refused Ask 1"], measured.Counts("state_machine", "compiled.express.refused"));
        Assert.Equal((1, 1), (host.QueuedCount, host.RunningCount));
        gate.Open("first");
        gate.Open("second");
    }

    [Fact]
    public async Task Metrics_OfTwoHosts_AreToldApartByTheMetersScope()
    {
        Gate gate = new(), otherGate = new();
        await using Host host = OfOnePlace(gate), other = OfOnePlace(otherGate);
        using Measured measured = new(host), measuredOther = new(other);
        await RefuseThirdAsync(other, otherGate);
        otherGate.Open("first");
        otherGate.Open("second");

        Assert.Equal([], measured.Counts("state_machine", "compiled.express.refused"));
        Assert.Equal(["compiled.express.refused Ask 1"], measuredOther.Counts("state_machine", "compiled.express.refused"));
    }

    private static Host OfOnePlace(Gate gate)
        => new Host(new ExpressHostOptions { WorkerCount = 1, MaxConcurrency = 1, QueueCapacity = 1, WhenFull = WhenFull.Refuses }).Add(gate.Workflow());

    private static async Task RefuseThirdAsync(Host host, Gate gate)
    {
        await host.StartAsync("Ask", JsonValue.String("first"));
        await gate.CalledAsync("first");
        await host.StartAsync("Ask", JsonValue.String("second"));
        await Assert.ThrowsAsync<ExpressQueueFullException>(async () => await host.StartAsync("Ask", JsonValue.String("third")));
    }

    private sealed class Measured : IDisposable
    {
        private readonly ConcurrentDictionary<(string Name, string Tag, string Value), long> _sums = new();
        private readonly MeterListener _listener = new();

        // A meter's name is that of other tests' meters too, which run at the same time.
        public Measured(object scope)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, scope))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            {
                foreach (KeyValuePair<string, object?> tag in tags)
                {
                    if (tag.Value is string text)
                        _sums.AddOrUpdate((instrument.Name, tag.Key, text), value, (_, sum) => sum + value);
                }
            });
            _listener.Start();
        }

        public string[] Counts(string tag, string prefix) =>
            [.. _sums.Where(sum => sum.Key.Tag == tag && sum.Key.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(sum => $"{sum.Key.Name} {sum.Key.Value} {sum.Value}").Order(StringComparer.Ordinal)];

        public void Dispose() => _listener.Dispose();
    }
}

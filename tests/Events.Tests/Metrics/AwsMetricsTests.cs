using System.Diagnostics.Metrics;
using Compiled.Durable;
using Compiled.Observation;
using Compiled.Observation.Metrics;
using Compiled.Testing;
using Compiled.Values;

namespace Compiled.Events.Tests.Metrics;

/// <summary>FEATURES V-060 to V-063, V-065.</summary>
public sealed class AwsMetricsTests
{
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:work", Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:M";

    [Fact]
    public async Task Metrics_OfAnExpressExecution_HaveAwsNamesAndTimes()
    {
        using AwsMetrics metrics = new();
        using Measured measured = new(metrics);
        VirtualTimeProvider clock = new() { AutoAdvance = true };

        await Machines.RunAsync(
            metrics, Machines.Work, "{}",
            new Tasks.TaskHandlerRegistry().Add("work", async (_, context, token) =>
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1234), context.TimeProvider, token);
                return 1;
            }),
            clock: clock);

        Assert.Equal(
            [
                $"ExecutionsStarted 1 StateMachineArn={Machine}",
                $"LambdaFunctionsScheduled 1 LambdaFunctionArn={Function}",
                $"LambdaFunctionsStarted 1 LambdaFunctionArn={Function}",
                $"LambdaFunctionScheduleTime 0 LambdaFunctionArn={Function}",
                $"LambdaFunctionsSucceeded 1 LambdaFunctionArn={Function}",
                $"LambdaFunctionTime 1234 LambdaFunctionArn={Function}",
                $"LambdaFunctionRunTime 1234 LambdaFunctionArn={Function}",
                $"ExecutionsSucceeded 1 StateMachineArn={Machine}",
                $"ExecutionTime 1234 StateMachineArn={Machine}",
                $"ExpressExecutionBilledDuration 1300 StateMachineArn={Machine}",
            ],
            measured.Seen);
    }

    [Fact]
    public async Task Metrics_OfAFailureAndARedrive_CountBoth()
    {
        using AwsMetrics metrics = new();
        using Measured measured = new(metrics);
        bool fails = true;
        Ending ending = new(ExecutionStatus.Succeeded);
        await using DurableExecutions host = Machines.Host(
            new ObserverList(metrics, ending), new VirtualTimeProvider(),
            new Tasks.TaskHandlerRegistry().Add("sendMessage", _ => fails ? JsonValue.Failure(new Fault("E", null)) : 1),
            ("M", """{"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}}"""));

        string arn = (await host.StartAsync("M", JsonValue.EmptyObject, "run")).ExecutionArn;
        await host.WaitAsync(arn);
        fails = false;
        await host.RedriveAsync(arn);
        await ending.Told;

        Assert.Equal(
            ["ExecutionsStarted", "ServiceIntegrationsScheduled", "ServiceIntegrationsStarted", "ServiceIntegrationsFailed", "ExecutionsFailed",
             "ExecutionsRedriven", "ServiceIntegrationsScheduled", "ServiceIntegrationsStarted", "ServiceIntegrationsSucceeded", "ExecutionsSucceeded", "RedrivenExecutionsSucceeded"],
            measured.Seen.Select(line => line.Split(' ')[0]).Where(name => !name.EndsWith("Time", StringComparison.Ordinal)));
        Assert.Contains("ServiceIntegrationsFailed 1 ServiceIntegrationResourceArn=arn:aws:states:::sqs:sendMessage", measured.Seen);
    }

    [Fact]
    public async Task Metrics_OfTheSameFunctionInParallel_AreKeptApart()
    {
        const string Definition = """
            {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "Parameters": {"ms": 100}, "End": true}}},
                {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "Parameters": {"ms": 250}, "End": true}}}]}}}
            """;
        using AwsMetrics metrics = new();
        using Measured measured = new(metrics);

        await Machines.RunAsync(metrics, Definition, "{}", new Tasks.TaskHandlerRegistry().Add("work", async (input, context, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(input.Get("ms").AsDouble()), context.TimeProvider, token);
            return 1;
        }));

        Assert.Equal(["100", "250"], measured.Seen.Where(line => line.StartsWith("LambdaFunctionRunTime", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]));
    }

    /// <summary>What the instruments of one meter measured, in order.</summary>
    private sealed class Measured : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<string> _seen = [];

        public Measured(AwsMetrics metrics)
        {
            // Other tests have meters of the same name.
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, metrics))
                    listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
            _listener.Start();
        }

        public IReadOnlyList<string> Seen
        {
            get
            {
                lock (_seen)
                    return [.. _seen];
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Add<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            lock (_seen)
                _seen.Add($"{instrument.Name} {value} {tags[0].Key}={tags[0].Value}");
        }
    }
}

using System.Buffers;
using Compiled.Observation;
using Compiled.Observation.Logs;
using Compiled.Observation.Metrics;
using Microsoft.Extensions.Logging;

namespace Compiled.Hosting;

/// <summary>How an <see cref="ExpressHost"/> runs.</summary>
public sealed record ExpressHostOptions
{
    /// <summary>How many workers take starts from the queue, from 1; one a processor unless said. Each runs on a thread of the pool while there is work.</summary>
    public int WorkerCount { get; init; } = Environment.ProcessorCount;

    /// <summary>How many asynchronous starts may wait for a worker, from 1; 10,000 unless said.</summary>
    public int QueueCapacity { get; init; } = 10_000;

    /// <summary>What a start meets when the queue is full; it waits unless said.</summary>
    public WhenFull WhenFull { get; init; }

    /// <summary>
    /// How many executions out of the queue may be under way at once, from 1, those included that wait for a handler or for time; 10,000 unless said. While
    /// there are as many, workers take no others.
    /// </summary>
    public int MaxConcurrency { get; init; } = 10_000;

    /// <summary>
    /// How long an execution may last from when it begins before it ends as <see cref="ExecutionStatus.TimedOut"/> with <c>States.Timeout</c>; five minutes unless said, which
    /// is AWS's limit and can't be exceeded. A machine's own <c>TimeoutSeconds</c> holds too. FEATURES X-004.
    /// </summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a stop waits for what is queued and under way before it aborts; 30 seconds unless said.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How executions run: clock, handlers, tokens, JSON contracts. A seed makes those of the executions, which derive from it.</summary>
    public ExecutionOptions Execution { get; init; } = ExecutionOptions.Default;

    /// <summary>The region in ARNs.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The account in ARNs, 12 digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>Which events of executions go to <see cref="LogSink"/>, and whether with their data; none unless said. FEATURES V-030.</summary>
    public ExecutionLogSettings Log { get; init; } = new(ExecutionLogLevel.Off);

    /// <summary>Where the events go that <see cref="Log"/> names, in CloudWatch's form.</summary>
    public ILogSink? LogSink { get; init; }

    /// <summary>Counts and times executions and tasks by AWS's metric names; nothing unless said. The meter stays the caller's.</summary>
    public AwsMetrics? Metrics { get; init; }

    /// <summary>Told of each event of each execution; nobody unless said.</summary>
    public IExecutionObserver? Observer { get; init; }

    /// <summary>
    /// Where the output of an execution out of the queue is written, instead of into its result; in the result unless said, and where this gives null. Asked when the execution has succeeded,
    /// before <see cref="Ended"/> is told and on the same thread, so it must be quick. The output is written whole, in compact JSON. Where this or the writer throws, the execution has
    /// broken off: <see cref="ExpressExecution.Ended"/> fails, and its start stays where it is kept.
    /// </summary>
    public Func<ExpressExecution, IBufferWriter<byte>?>? Outputs { get; init; }

    /// <summary>
    /// Told of each execution out of the queue when it has ended, on the thread that ended it, so it must be quick. What it throws is logged and goes no further.
    /// </summary>
    public Action<ExpressExecution, ExecutionResult>? Ended { get; init; }

    /// <summary>Where the host logs its own troubles; nowhere unless said.</summary>
    public ILogger? Logger { get; init; }

    /// <summary>
    /// Keeps asynchronous starts until their executions have ended, so that a process after this one runs what was left: at least once. Null keeps them in
    /// memory only. FEATURES X-031.
    /// </summary>
    public IStartQueue? Queue { get; init; }
}

using Compiled.Hosting;
using Compiled.MapRuns.Objects;
using Compiled.Observation.Logs;
using Compiled.Server.Machines;
using Compiled.TestState.Mocking;

namespace Compiled.Server;

/// <summary>How a server of AWS's Step Functions API runs.</summary>
public sealed record StepFunctionsOptions
{
    /// <summary>The region in ARNs where a request's credentials name none.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The account in ARNs, 12 digits, where a request's access key is not 12 digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>
    /// The folder that holds machines, executions and compiled definitions; it is made when there is none. Null keeps all in memory only.
    /// </summary>
    public string? DataFolder { get; init; }

    /// <summary>How much of the times of Wait states and delays of Retry is waited, from 0 to 1; timeouts stay as they are. FEATURES M-001.</summary>
    public double WaitTimeScale { get; init; } = 1;

    /// <summary>Does the tasks that run outside; tasks without a handler fail, and their cause names the resource.</summary>
    public ITaskHandler? TaskHandlers { get; init; }

    /// <summary>Where distributed Maps read items and write results; null where there is no such place.</summary>
    public IObjectStore? ObjectStore { get; init; }

    /// <summary>
    /// The secret keys by access key: requests must be signed with one of them (AWS's Signature Version 4). Empty takes any credentials, and none.
    /// </summary>
    public IReadOnlyDictionary<string, string> AccessKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>How many requests a second are taken in the long run, with as many at once; null for any number. Others get ThrottlingException.</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>
    /// The mock file: a start of <c>MACHINE_ARN#TestCase</c> has the tasks answered that the case lists. Null for none. FEATURES M-001 to M-010.
    /// </summary>
    public MockFile? Mocks { get; init; }

    /// <summary>What starts executions beside the API, and where status changes go; nothing and nowhere unless said.</summary>
    public StartsConfiguration Starts { get; init; } = new();

    /// <summary>Where the logs of machines go whose <c>loggingConfiguration</c> asks for them; nowhere when null. FEATURES V-030 to V-035.</summary>
    public ILogSink? Logs { get; init; }

    /// <summary>Counts and times executions and tasks by AWS's metric names in the meter <c>AWS/States</c>. FEATURES V-060 to V-066.</summary>
    public bool RecordsMetrics { get; init; }

    /// <summary>
    /// How many asynchronous Express executions may be queued and under way, and how many workers there are; starts beyond that get ThrottlingException. Of the rest the server has its own.
    /// </summary>
    public ExpressHostOptions Express { get; init; } = new();

    /// <summary>How long a stop waits for handlers that are at work before it cancels them; 30 seconds unless said.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What compiles definitions, for tests that compile many at once; null for a cache in the data folder.</summary>
    internal DefinitionCompilation? CompileDefinition { get; init; }

    /// <summary>Whether executions that tasks start are the server's own, or <see cref="TaskHandlers"/>' as everything else.</summary>
    internal bool StartsExecutions { get; init; } = true;
}

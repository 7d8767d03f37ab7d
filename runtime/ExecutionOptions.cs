using System.Text.Json;
using Compiled.Execution;
using Compiled.History;
using Compiled.MapRuns;
using Compiled.MapRuns.Objects;
using Compiled.Tasks;
using Microsoft.Extensions.Logging;

namespace Compiled;

/// <summary>How one execution runs. Everything is optional; an instance may be shared by any number of executions.</summary>
public sealed record ExecutionOptions : IOwnOptions
{
    internal static readonly ExecutionOptions Default = new();

    /// <summary>The clock and the timers; the system's unless said. A test passes <c>Compiled.Testing.VirtualTimeProvider</c>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How much of the times of Wait states and delays of Retry is waited, from 0 to 1; timeouts stay as they are. FEATURES M-001.</summary>
    public double WaitTimeScale { get; init; } = 1;

    /// <summary>
    /// How long the execution may last before it ends as <see cref="ExecutionStatus.TimedOut"/> with <c>States.Timeout</c>, where that is less than the limit of its machine and its
    /// type.
    /// </summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>The execution's name, 1 to 80 characters; a UUID unless said.</summary>
    public string? Name { get; init; }

    /// <summary>The execution's ARN; derived from <see cref="StateMachineArn"/> and <see cref="Name"/> unless said.</summary>
    public string? ExecutionArn { get; init; }

    /// <summary>The machine's ARN; a local one unless said.</summary>
    public string? StateMachineArn { get; init; }

    /// <summary>The machine's name as the context object shows it; the definition's unless said.</summary>
    public string? StateMachineName { get; init; }

    /// <summary>The role as the context object and the history show it; a local one unless said.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The ARN of the machine's version that the execution was started by, as the history shows it; none unless said.</summary>
    public string? StateMachineVersionArn { get; init; }

    /// <summary>The ARN of the machine's alias that the execution was started by, as the history shows it; none unless said.</summary>
    public string? StateMachineAliasArn { get; init; }

    /// <summary>The X-Ray header that came with the start; none unless said.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>The test case of a mock file by which tasks are answered, for a handler that has such a file; none unless said.</summary>
    public string? TestCase { get; init; }

    /// <summary>Keeps the events and gives them with the result.</summary>
    public bool RecordHistory { get; init; }

    /// <summary>Receives the events as they happen. One sink serves one execution.</summary>
    public IHistorySink? History { get; init; }

    /// <summary>Makes jitter, UUIDs, random numbers, tokens and a name that was left out the same on every run.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Where the execution's course is logged; nowhere unless said.</summary>
    public ILogger? Logger { get; init; }

    /// <summary>
    /// How the typed <c>RunAsync</c> and typed handlers read and write their types. A resolver with source-generated contracts keeps
    /// a program safe to trim and to compile ahead of time.
    /// </summary>
    public JsonSerializerOptions? JsonSerializerOptions { get; init; }

    /// <summary>Where tasks with tokens wait to be completed; a table that all executions of the process share unless said.</summary>
    public TaskTokens TaskTokens { get; init; } = TaskTokens.Shared;

    /// <summary>The activities that workers poll; a table that all executions of the process share unless said.</summary>
    public Activities Activities { get; init; } = Activities.Shared;

    /// <summary>Where distributed Maps read items and write results; one that needs it fails when it is left out.</summary>
    public IObjectStore? ObjectStore { get; init; }

    /// <summary>Gives what receives the events of a child execution of a distributed Map, or null; children keep no history unless said.</summary>
    public Func<MapRunChild, IHistorySink?>? ChildHistory { get; init; }

    /// <summary>Told of each Map Run when it starts; its counts can be read, and its limits changed, while it goes on.</summary>
    public Action<MapRun>? MapRunStarted { get; init; }

    /// <summary>Told what HTTP Tasks send and receive; for tests of single states. Nowhere unless said.</summary>
    public IHttpTrace? HttpTrace { get; init; }

    /// <summary>The handler of tasks whose state has no method of its own and whose workflow has none for it.</summary>
    public ITaskHandler? TaskHandlers { get; init; }

    /// <summary>With whom the execution is stopped.</summary>
    internal StopGroup? StopGroup { get; init; }

    ExecutionOptions IOwnOptions.Options => this;

    internal TimeSpan LimitOf(MachineInfo machine)
    {
        TimeSpan limit = TimeSpan.FromSeconds(machine.LimitSeconds);
        return Limit < limit ? Limit.Value : limit;
    }
}

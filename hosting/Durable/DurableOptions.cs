using Compiled.MapRuns.Objects;
using Compiled.Observation;
using Microsoft.Extensions.Logging;

namespace Compiled.Durable;

/// <summary>How a durable host runs.</summary>
public sealed record DurableOptions
{
    /// <summary>The clock and the timers; the system's unless said.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How much of the times of Wait states and delays of Retry is waited, from 0 to 1; timeouts stay as they are. FEATURES M-001.</summary>
    public double WaitTimeScale { get; init; } = 1;

    /// <summary>Where the host and its executions log; nowhere unless said.</summary>
    public ILogger? Logger { get; init; }

    /// <summary>The handlers of tasks for which a workflow has none of its own.</summary>
    public ITaskHandler? TaskHandlers { get; init; }

    /// <summary>Where distributed Maps read items and write results; null where there is no such place, and a run that needs one fails.</summary>
    public IObjectStore? ObjectStore { get; init; }

    /// <summary>The region in ARNs.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The account in ARNs, 12 digits.</summary>
    public string AccountId { get; init; } = "123456789012";

    /// <summary>
    /// An activity must be created before it is used, as on AWS: a Task whose activity is missing fails with <c>States.Runtime</c> (T-035).
    /// </summary>
    public bool ActivitiesMustExist { get; init; }

    /// <summary>
    /// Compiles the text of a definition that is no longer compiled in, for executions that started with it: name, text, type. Without it such
    /// executions wait, and say so. <c>Compiled.Compilation</c> has the compiler.
    /// </summary>
    public Func<string, string, MachineType, Workflow?>? CompileDefinition { get; init; }

    /// <summary>
    /// Asked for a machine, by its ARN, that was not added with <see cref="DurableExecutions.AddMachine(Workflow)"/>; null when there is none. What it
    /// gives is kept until <see cref="DurableExecutions.ForgetMachine"/>. Also asked, each time, by the ARN of a version or an alias that a task names.
    /// Any thread may call it.
    /// </summary>
    public Func<string, MachineSource?>? FindMachine { get; init; }

    /// <summary>Told of every step of every execution when it is durable; nobody unless said.</summary>
    public IExecutionObserver? Observer { get; init; }

    /// <summary>For tests: after every step the kernel's state is thrown away and folded back from the journal.</summary>
    internal bool RefoldsAlways { get; init; }

    /// <summary>
    /// No handler is called and no time comes: for a process that opens the store to end an execution, and not to go on with any.
    /// </summary>
    internal bool BeginsNothing { get; init; }

    /// <summary>How long a stop waits for handlers that are at work before it cancels them; 30 seconds unless said.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);
}

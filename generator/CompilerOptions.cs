using Compiled.Generator.Pipeline;

namespace Compiled.Generator;

/// <summary>How the class of a machine is to be called and what serves its tasks.</summary>
public sealed record CompilerOptions
{
    /// <summary>The namespace of the class; empty for the global one.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the class.</summary>
    public string ClassName { get; init; } = "Workflow";

    /// <summary><c>public</c> or <c>internal</c>. A class with a part of the user's takes its accessibility from there.</summary>
    public string Accessibility { get; init; } = "public";

    /// <summary>The machine's name as executions show it, such as the file's name without <c>.asl.json</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The user's part of the class with its task handlers, or null.</summary>
    public HandlerClass? Handlers { get; init; }

    /// <summary>The exception types that stand for errors of the workflow.</summary>
    public EquatableArray<ErrorType> Errors { get; init; }

    /// <summary>
    /// True to emit an <c>ITasks</c> interface and a constructor that takes it, when there is no user's part.
    /// False, for definitions that arrive at run time: every task goes to <c>TaskHandlers</c> by its resource.
    /// </summary>
    public bool EmitTasksInterface { get; init; }

    /// <summary>
    /// Whether executions without a history go the machine's fast path as far as it leads. It is code besides that of the flows, so a machine whose executions
    /// always have a history is better off without it.
    /// </summary>
    public bool HasFastPath { get; init; } = true;

    /// <summary>
    /// True to have the flows tell an inspection what each step of a state came to, and ask the host for the results of Parallel and Map states as
    /// a whole; for testing one state. False, for everything that is to run.
    /// </summary>
    public bool Inspects { get; init; }
}

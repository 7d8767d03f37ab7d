using Compiled.Durable;

namespace Compiled.WebConsole;

/// <summary>An Express execution as far as its host keeps it: what its machine's logging says, and no more.</summary>
public sealed record ConsoleExpressExecution
{
    /// <summary>Who it is and how it stands.</summary>
    public required ExecutionSummary Summary { get; init; }

    /// <summary>The definition that it runs by.</summary>
    public required string Definition { get; init; }

    /// <summary>The level of its machine's logging: <c>ALL</c>, <c>ERROR</c> or <c>FATAL</c>.</summary>
    public required string LogLevel { get; init; }

    /// <summary>Inputs and outputs are in the events.</summary>
    public bool IncludesData { get; init; }

    /// <summary>How many events it had so far, those that are not kept too.</summary>
    public int EventCount { get; init; }

    /// <summary>The events that are kept, ascending, each as UTF-8 text in AWS's JSON form.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Events { get; init; } = [];

    /// <summary>The outlines of these events, in the same order.</summary>
    public IReadOnlyList<EventOutline> Outlines { get; init; } = [];

    /// <summary>The error that it ended with; null for none.</summary>
    public string? Error { get; init; }

    /// <summary>The cause that it ended with; null for none.</summary>
    public string? Cause { get; init; }

    /// <summary>The role's ARN; null for none.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The version that it was started by; null for none.</summary>
    public string? StateMachineVersionArn { get; init; }

    /// <summary>The alias that it was started by; null for none.</summary>
    public string? StateMachineAliasArn { get; init; }
}

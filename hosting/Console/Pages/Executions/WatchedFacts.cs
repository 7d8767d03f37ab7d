namespace Compiled.WebConsole.Pages.Executions;

/// <summary>What a page tells of an execution as a whole; null for what is not known or not there.</summary>
internal sealed record WatchedFacts
{
    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? Error { get; init; }

    public string? Cause { get; init; }

    /// <summary>What a running execution waits for.</summary>
    public string? Waiting { get; init; }

    public string? RoleArn { get; init; }

    public string? StateMachineVersionArn { get; init; }

    public string? StateMachineAliasArn { get; init; }

    public string? TraceHeader { get; init; }

    public string? MapRunArn { get; init; }
}

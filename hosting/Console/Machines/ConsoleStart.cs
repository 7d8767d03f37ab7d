namespace Compiled.WebConsole;

/// <summary>What a person wrote to start an execution.</summary>
/// <param name="StateMachineArn">The machine's ARN, or that of a version or an alias.</param>
/// <param name="Input">The input, JSON.</param>
/// <param name="Name">The execution's name; null for one that nobody chose.</param>
/// <param name="TraceHeader">The trace header; null for none.</param>
public sealed record ConsoleStart(string StateMachineArn, string Input, string? Name, string? TraceHeader);

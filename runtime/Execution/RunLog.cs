using Microsoft.Extensions.Logging;

namespace Compiled.Execution;

/// <summary>What executions log. Inputs, outputs and causes are not logged: they may hold anything.</summary>
internal static partial class RunLog
{
    [LoggerMessage(1, LogLevel.Information, "Execution of {StateMachine} started: {ExecutionArn}")]
    public static partial void ExecutionStarted(ILogger logger, string stateMachine, string executionArn);

    [LoggerMessage(2, LogLevel.Information, "Execution of {StateMachine} succeeded: {ExecutionArn}")]
    public static partial void ExecutionSucceeded(ILogger logger, string stateMachine, string executionArn);

    [LoggerMessage(3, LogLevel.Warning, "Execution of {StateMachine} ended as {Status} with {Error}: {ExecutionArn}")]
    public static partial void ExecutionFailed(ILogger logger, string stateMachine, string executionArn, ExecutionStatus status, string? error);

    [LoggerMessage(4, LogLevel.Information, "Task {StateName} failed with {Error} in {ExecutionArn}")]
    public static partial void TaskFailed(ILogger logger, string stateName, string? error, string executionArn);

    [LoggerMessage(5, LogLevel.Information, "State {StateName} was retried for the {RetryCount}. time after {DelaySeconds} s in {ExecutionArn}")]
    public static partial void TaskRetried(ILogger logger, string stateName, int retryCount, double delaySeconds, string executionArn);
}

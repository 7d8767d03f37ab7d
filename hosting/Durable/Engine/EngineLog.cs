using Microsoft.Extensions.Logging;

namespace Compiled.Durable.Engine;

internal static partial class EngineLog
{
    [LoggerMessage(30, LogLevel.Warning, "The state {StateName} of {ExecutionArn} waits: no handler is registered for {Resource}")]
    public static partial void HandlerMissing(ILogger logger, string stateName, string resource, string executionArn);

    [LoggerMessage(31, LogLevel.Error, "The execution {ExecutionArn} can't go on in this process")]
    public static partial void Broken(ILogger logger, Exception failure, string executionArn);

    [LoggerMessage(32, LogLevel.Information, "{Count} executions that a process before this one had in hand go on")]
    public static partial void Recovered(ILogger logger, long count);

    [LoggerMessage(33, LogLevel.Error, "What another process asked for in the journal could not be done")]
    public static partial void RequestsFailed(ILogger logger, Exception failure);

    [LoggerMessage(34, LogLevel.Error, "The observer failed at a step of {ExecutionArn}")]
    public static partial void ObserverFailed(ILogger logger, Exception failure, string executionArn);
}

using Microsoft.Extensions.Logging;

namespace Compiled.Hosting;

internal static partial class ExpressLog
{
    [LoggerMessage(50, LogLevel.Error, "The execution {ExecutionArn} broke off")]
    public static partial void BrokeOff(ILogger logger, Exception failure, string executionArn);

    [LoggerMessage(51, LogLevel.Error, "The observer failed at an event of {ExecutionArn}")]
    public static partial void ObserverFailed(ILogger logger, Exception failure, string executionArn);

    [LoggerMessage(52, LogLevel.Error, "Whoever is told of ends failed at that of {ExecutionArn}")]
    public static partial void EndedFailed(ILogger logger, Exception failure, string executionArn);

    [LoggerMessage(53, LogLevel.Warning, "The start {Number} stays in the queue: no machine {StateMachine} is added")]
    public static partial void MachineMissing(ILogger logger, long number, string stateMachine);

    [LoggerMessage(54, LogLevel.Information, "{Count} starts that a process before this one accepted were taken up")]
    public static partial void Resumed(ILogger logger, int count);

    [LoggerMessage(55, LogLevel.Warning, "The host stopped with {Unstarted} starts that had not begun and {Aborted} executions aborted")]
    public static partial void Stopped(ILogger logger, int unstarted, int aborted);
}

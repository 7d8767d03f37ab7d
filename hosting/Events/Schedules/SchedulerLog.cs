using Microsoft.Extensions.Logging;

namespace Compiled.Events.Schedules;

internal static partial class SchedulerLog
{
    [LoggerMessage(60, LogLevel.Warning, "{Schedule} of {Time} failed at attempt {Attempt} and is tried again")]
    public static partial void Failed(ILogger logger, Exception failure, string schedule, DateTimeOffset time, int attempt);

    [LoggerMessage(61, LogLevel.Error, "{Schedule} of {Time} was given up after {Attempts} attempts")]
    public static partial void GivenUp(ILogger logger, Exception failure, string schedule, DateTimeOffset time, int attempts);

    [LoggerMessage(62, LogLevel.Warning, "{Schedule} was missed, the last time at {Time}; made up for: {IsMadeUp}")]
    public static partial void Missed(ILogger logger, string schedule, DateTimeOffset time, bool isMadeUp);

    [LoggerMessage(63, LogLevel.Error, "That {Schedule} of {Time} was done could not be kept; after a restart it may be done again")]
    public static partial void NotKept(ILogger logger, Exception failure, string schedule, DateTimeOffset time);

    [LoggerMessage(64, LogLevel.Error, "{Schedule} can't go on")]
    public static partial void Broken(ILogger logger, Exception failure, string schedule);
}

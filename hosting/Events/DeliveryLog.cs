using Microsoft.Extensions.Logging;

namespace Compiled.Events;

internal static partial class DeliveryLog
{
    [LoggerMessage(65, LogLevel.Warning, "A delivery to {Target} failed at attempt {Attempt} and is tried again in {Seconds} s")]
    public static partial void Failed(ILogger logger, Exception failure, string target, int attempt, double seconds);

    [LoggerMessage(66, LogLevel.Error, "A delivery to {Target} was given up after {Attempts} attempts")]
    public static partial void GivenUp(ILogger logger, Exception failure, string target, int attempts);

    [LoggerMessage(67, LogLevel.Error, "The queue of {Target} was full; {Count} deliveries were dropped so far")]
    public static partial void Dropped(ILogger logger, string target, long count);
}

using Microsoft.Extensions.Logging;

namespace Compiled.Durable.Journal;

internal static partial class JournalLog
{
    [LoggerMessage(20, LogLevel.Error, "The journal can't be written; executions stand still until it can")]
    public static partial void Unavailable(ILogger logger, Exception failure);

    [LoggerMessage(21, LogLevel.Information, "The journal is written again")]
    public static partial void Available(ILogger logger);
}

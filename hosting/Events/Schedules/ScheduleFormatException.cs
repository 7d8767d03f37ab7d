namespace Compiled.Events.Schedules;

/// <summary>A text that is no schedule.</summary>
/// <param name="expression">The text.</param>
/// <param name="reason">What is wrong with it, and what was expected.</param>
public sealed class ScheduleFormatException(string expression, string reason) : FormatException($"'{expression}' is no schedule: {reason}")
{
    /// <summary>The text.</summary>
    public string Expression { get; } = expression;
}

using System.Text.Json;
using Compiled.Events.Schedules;
using Compiled.Outside;

namespace Compiled.Server;

/// <summary>A schedule of EventBridge Scheduler: times that start executions.</summary>
public sealed record ScheduleStart
{
    /// <summary>The schedule's name.</summary>
    public required string Name { get; init; }

    /// <summary><c>rate(...)</c>, <c>cron(...)</c> or <c>at(...)</c>.</summary>
    public required string Expression { get; init; }

    /// <summary>An IANA name such as <c>Europe/Berlin</c>; UTC unless said.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The name or ARN of the machine, of a version or an alias.</summary>
    public required string StateMachine { get; init; }

    /// <summary>The input; an empty object unless said.</summary>
    public JsonElement? Input { get; set; }

    /// <summary>What becomes of times that came while nothing ran.</summary>
    public MissedOccurrences Missed { get; set; }

    internal Schedule Read(string path)
    {
        try
        {
            return Schedule.Parse(Expression, TimeZone);
        }
        catch (ScheduleFormatException fault)
        {
            throw new ConfigurationException(path + ".expression", fault.Message, fault);
        }
    }
}

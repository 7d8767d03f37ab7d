namespace Compiled.Events.Schedules;

/// <summary>Times of day in a zone whose clocks are changed.</summary>
internal static class LocalTime
{
    /// <summary>The moment when clocks show a time: null when they leap over it, the first one when they show it twice.</summary>
    public static DateTimeOffset? Of(DateTime local, TimeZoneInfo zone)
    {
        if (zone.IsInvalidTime(local))
            return null;
        // Clocks that are set back showed the time first with the larger offset.
        TimeSpan offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        long utc = local.Ticks - offset.Ticks;
        return utc >= 0 && utc <= DateTime.MaxValue.Ticks ? new DateTimeOffset(utc, TimeSpan.Zero) : null;
    }
}

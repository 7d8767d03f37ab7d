namespace Compiled.Events.Schedules;

/// <summary>Remembers what happened last, so that a scheduler can go on after a restart. Any thread may call.</summary>
public interface IScheduleStore
{
    /// <summary>The time of the last occurrence that was done; null for none.</summary>
    /// <param name="name">The schedule's name.</param>
    DateTimeOffset? LastOf(string name);

    /// <summary>Keeps the time of an occurrence that was done. What it throws is logged, and the occurrence may then be done again after a restart.</summary>
    void Done(string name, DateTimeOffset time);
}

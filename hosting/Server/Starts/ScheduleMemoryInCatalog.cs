using Compiled.Events.Schedules;
using Compiled.Server.Machines;

namespace Compiled.Server.Starts;

/// <summary>Keeps with the machines when each schedule was first seen, and what of it was done.</summary>
internal sealed class ScheduleMemoryInCatalog(MachineCatalog catalog, TimeProvider time) : IScheduleStore
{
    /// <summary>When the schedule was first seen, which is now for a new one.</summary>
    public DateTimeOffset StartOf(string name) => catalog.ChangeSchedule(name, known => known ?? new ScheduleProgress { Name = name, Start = time.GetUtcNow() }).Start;

    public DateTimeOffset? LastOf(string name) => catalog.FindSchedule(name)?.Last;

    public void Done(string name, DateTimeOffset time)
        => catalog.ChangeSchedule(name, known => (known ?? new ScheduleProgress { Name = name, Start = time }) with { Last = time });
}
